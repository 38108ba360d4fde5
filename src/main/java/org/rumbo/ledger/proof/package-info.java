/**
 * The ledger's proofs without database and without network: canonical bytes, the tree of RFC 6962, checkpoints and notes as
 * C2SP writes them, the bundle that carries them and what checks it.
 */
@NamedInterface("proof")
@NullMarked
package org.rumbo.ledger.proof;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
