-- Finding events of the whole installation by who, what and which item, newest first.
create index ledger_event_of_actor on ledger_event (actor, seq);
create index ledger_event_of_behalf on ledger_event (behalf, seq);
create index ledger_event_of_action on ledger_event (action, seq);
create index ledger_event_of_code on ledger_event (code, seq);
