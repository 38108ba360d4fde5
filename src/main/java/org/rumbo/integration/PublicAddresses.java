package org.rumbo.integration;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Which machines a web hook may be on: those of the public internet. Rumbo stands inside a network that others cannot reach,
 * and must not be made to knock at its doors.
 */
final class PublicAddresses {
    private static final List<Range> RESERVED = ranges(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "192.175.48.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",
            // Special purposes, among them addresses of the older kind in disguise.
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20");

    /** Of the newer kind no others are given out. */
    private static final Range GLOBAL = range("2000::/3");

    private final boolean loopbackToo;

    PublicAddresses(boolean loopbackToo) {
        this.loopbackToo = loopbackToo;
    }

    boolean allow(InetAddress address) {
        if (loopbackToo && address.isLoopbackAddress()) {
            return true;
        }
        return (address instanceof Inet4Address || (address instanceof Inet6Address && GLOBAL.contains(address)))
                && RESERVED.stream().noneMatch(range -> range.contains(address));
    }

    /** Addresses with the same beginning. */
    private record Range(byte[] first, int bits) {
        boolean contains(InetAddress address) {
            var bytes = address.getAddress();
            if (bytes.length != first.length) {
                return false;
            }
            for (var bit = 0; bit < bits; bit++) {
                var mask = 0x80 >> bit % 8;
                if ((bytes[bit / 8] & mask) != (first[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static List<Range> ranges(String... texts) {
        return Arrays.stream(texts).map(PublicAddresses::range).toList();
    }

    private static Range range(String text) {
        try {
            var parts = text.split("/");
            return new Range(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
        } catch (UnknownHostException noName) {
            throw new IllegalStateException("An address needs no look-up: " + text, noName);
        }
    }
}
