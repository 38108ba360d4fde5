package org.rumbo.ledger.web;

import org.rumbo.ledger.LedgerProofs;
import org.rumbo.team.Needs;
import org.rumbo.team.Permission;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page that says in plain words what the ledger's seal promises and what not, and hands out checkpoint and key. */
@Controller
class LedgerPage {
    private final LedgerProofs proofs;

    LedgerPage(LedgerProofs proofs) {
        this.proofs = proofs;
    }

    @GetMapping("/ledger")
    @Needs(Permission.LEDGER_CHECKPOINT)
    String show(Model model) {
        model.addAttribute("newest", proofs.newest().orElse(null));
        model.addAttribute("keys", proofs.signing());
        return "ledger/ledger";
    }
}
