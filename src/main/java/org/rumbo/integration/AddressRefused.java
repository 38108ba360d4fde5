package org.rumbo.integration;

import java.net.UnknownHostException;

/** A name that leads to a machine which web hooks may not reach. */
class AddressRefused extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    AddressRefused() {
        super("not an address of the public internet");
    }
}
