package org.rumbo.integration;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Asks which machines a name means. */
@FunctionalInterface
interface HostNames {
    InetAddress[] of(String host) throws UnknownHostException;
}
