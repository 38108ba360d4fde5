package org.rumbo.shared;

import java.util.Map;

/**
 * Something that happened to the installation rather than to an item, and that the ledger records in the same transaction.
 *
 * @param action the act's name in the ledger
 * @param detail codes, numbers and hashes only
 */
public record InstallationFact(String action, Map<String, ?> detail) {}
