create table ledger_event (
    -- Only a hint for order: gaps are normal. Gap-free is item_rev, per item.
    seq bigint generated always as identity (cache 1) primary key,
    event_id uuid not null constraint ledger_event_id unique,
    item_id uuid,
    item_rev int,
    payload bytea not null,
    db_at timestamp with time zone default current_timestamp not null,
    -- Copies of what the payload says, for queries; doctor rebuilds and compares them.
    recorded_at timestamp with time zone not null,
    action varchar(40) not null,
    actor varchar(24),
    code varchar(40),
    country varchar(2),
    audience varchar(8) not null,
    activity varchar(60),
    from_state varchar(20),
    to_state varchar(20),
    state varchar(20),
    constraint ledger_event_rev unique (item_id, item_rev),
    constraint ledger_event_size check (octet_length(payload) <= 65535)
);
create index ledger_event_by_time on ledger_event (recorded_at, seq);
create index ledger_event_by_actor on ledger_event (item_id, actor, action);

-- The texts behind the commitments of an event; these rows can be erased, the events cannot.
create table ledger_opening (
    event_id uuid not null references ledger_event (event_id),
    field varchar(80) not null,
    item_id uuid,
    commitment varchar(44) not null,
    salt bytea not null,
    content varchar not null,
    primary key (event_id, field)
);
create index ledger_opening_by_commitment on ledger_opening (commitment);

create table ledger_pseudonym (
    person_id uuid primary key,
    pseudonym varchar(24) not null constraint ledger_pseudonym_once unique
);

create table ledger_log (
    id int primary key,
    origin varchar(200) not null,
    started_at timestamp with time zone not null
);
