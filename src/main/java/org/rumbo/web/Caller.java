package org.rumbo.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.Principal;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who sends a request, as far as limits and the security log care. */
final class Caller {
    private static final int NETWORK = 8;

    private Caller() {}

    /** Whoever has signed in; null for a visitor. */
    static @Nullable Authentication signedIn() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null
                        || !authentication.isAuthenticated()
                        || authentication instanceof AnonymousAuthenticationToken
                ? null
                : authentication;
    }

    /**
     * The address as the server knows it: forwarding headers count only where the server was told to believe its proxy. Of
     * the newer addresses one household has billions, so they count by network.
     */
    static String address(HttpServletRequest request) {
        var address = request.getRemoteAddr();
        try {
            var bytes = InetAddress.getByName(address).getAddress();
            return InetAddress.getByName(address) instanceof Inet6Address
                    ? HexFormat.of().formatHex(bytes, 0, NETWORK)
                    : address;
        } catch (UnknownHostException noAddress) {
            return "unknown";
        }
    }

    /** A person's lasting number; a token of the framework would rather tell the name that she signs in with. */
    static String person(Authentication authentication) {
        return authentication.getPrincipal() instanceof Principal person ? person.getName() : authentication.getName();
    }

    /** The person where there is one, else the address. */
    static String key(HttpServletRequest request) {
        var authentication = signedIn();
        return authentication == null ? "address " + address(request) : "person " + person(authentication);
    }
}
