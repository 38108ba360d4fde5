package org.rumbo.web;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Refuses to start a try-out, whose passwords everybody knows, on an address that others could reach. */
@Component
@Profile({"dev", "demo"})
class LoopbackOnly {
    LoopbackOnly(@Value("${server.address:#{null}}") @Nullable InetAddress address) {
        if (address == null || !address.isLoopbackAddress()) {
            throw new UnsafeSettings("server.address is " + (address == null ? "not set" : address.getHostAddress())
                    + ", but the profiles dev and demo answer this machine alone: set it to 127.0.0.1.");
        }
    }
}
