-- A spreadsheet that somebody brought back: what it would change, what became of it, and how to take that back. Rows are kept as
-- long as they are shown; the ledger is the record of what changed.
create table sheet_import (
    id uuid primary key,
    person_id uuid not null references person,
    file_name varchar(200),
    made_at timestamp with time zone not null,
    -- PREVIEW, APPLYING, APPLIED, UNDOING, UNDONE
    status varchar(10) not null,
    unchanged integer not null,
    -- Which columns and sheets nobody asked for, as JSON.
    notes varchar not null,
    begun_at timestamp with time zone,
    applied_at timestamp with time zone,
    undone_at timestamp with time zone,
    -- Which worker makes the changes now; by the database's clock, so that two never do.
    leased_by uuid,
    leased_until timestamp with time zone,
    worked_at timestamp with time zone
);
create index sheet_import_of_person on sheet_import (person_id, made_at);
create index sheet_import_by_status on sheet_import (status);

create table sheet_row (
    import_id uuid not null references sheet_import on delete cascade,
    place integer not null,
    sheet varchar(20) not null,
    row_number integer not null,
    code varchar(40),
    -- The marker or action.
    thing uuid,
    -- NEW, CHANGED, CONFLICT, PROBLEM
    verdict varchar(10) not null,
    ticked boolean not null,
    -- What was typed, how it differs and what is wrong with it, as JSON.
    content varchar not null,
    -- DONE, SAME (it read like that already), or the name of the refusal; likewise for taking it back.
    outcome varchar(60),
    -- What is needed to take it back, as JSON.
    made varchar,
    undo_outcome varchar(60),
    primary key (import_id, place)
);
