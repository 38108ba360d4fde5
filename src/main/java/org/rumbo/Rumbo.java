package org.rumbo;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class Rumbo {
    public static void main(String[] args) {
        SpringApplication.run(Rumbo.class, args);
    }
}
