-- Addresses of other programs that are told what was confirmed.
create table webhook (
    id uuid primary key,
    url varchar(1000) not null,
    -- The kinds of events that it wants, between commas.
    kinds varchar(400) not null,
    -- ACTIVE, PAUSED by an administrator, or FAILED: it did not answer for days.
    status varchar(8) not null,
    -- Sealed with a key that is not in the database.
    secret bytea not null,
    -- After a change both count for a while.
    earlier_secret bytea,
    earlier_until timestamp with time zone,
    made_by uuid not null references person,
    made_at timestamp with time zone not null,
    failed_at timestamp with time zone,
    -- Which node sends to it at this moment, by the database's clock.
    leased_by uuid,
    leased_until timestamp with time zone
);

-- What is to be sent, written with the change that it tells of: once per event and receiver.
create table webhook_delivery (
    seq bigint generated always as identity (cache 1) primary key,
    id uuid not null constraint webhook_delivery_id unique,
    webhook_id uuid not null references webhook on delete cascade,
    event_id uuid not null,
    kind varchar(40) not null,
    subject varchar(40),
    body varchar(8000) not null,
    made_at timestamp with time zone not null,
    -- WAITING, DELIVERED or FAILED.
    status varchar(10) not null,
    attempts int not null,
    next_at timestamp with time zone not null,
    tried_at timestamp with time zone,
    -- A status of HTTP or a word of ours; nothing that the receiver said.
    answer varchar(20),
    constraint webhook_delivery_once unique (webhook_id, event_id)
);
create index webhook_delivery_waiting on webhook_delivery (webhook_id, status, seq);
