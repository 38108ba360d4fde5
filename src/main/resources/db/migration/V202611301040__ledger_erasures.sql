-- Texts that somebody asked to have erased: one asks, somebody else decides. What became of it stands in the ledger too.
create table ledger_erasure (
    id uuid primary key,
    event_id uuid not null references ledger_event (event_id),
    field varchar(80) not null,
    -- A code; nobody writes a second time what is to be forgotten.
    reason varchar(16) not null,
    -- ASKED, DONE or REFUSED.
    status varchar(8) not null,
    asked_by uuid not null references person,
    asked_at timestamp with time zone not null,
    decided_by uuid references person,
    decided_at timestamp with time zone,
    -- Whatever the program thinks, nobody erases alone.
    constraint ledger_erasure_by_two check (status <> 'DONE' or (decided_by is not null and decided_by <> asked_by))
);
create index ledger_erasure_by_time on ledger_erasure (status, asked_at);
create index ledger_erasure_of_event on ledger_erasure (event_id, field);
