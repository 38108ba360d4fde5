package org.rumbo;

import org.rumbo.operations.CommandLine;
import org.rumbo.operations.Verification;
import org.rumbo.reading.PdfChild;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Tracks what becomes of a policy network's recommendations. */
@SpringBootApplication
public class Rumbo {
    public static void main(String[] arguments) {
        if (PdfChild.isAsked(arguments)) {
            PdfChild.main(arguments);
        }
        var verification = Verification.asked(arguments);
        if (verification != null) {
            System.exit(verification.run());
        }
        if (CommandLine.isCommand(arguments)) {
            System.exit(CommandLine.run(Rumbo.class, arguments));
        }
        SpringApplication.run(Rumbo.class, arguments);
    }
}
