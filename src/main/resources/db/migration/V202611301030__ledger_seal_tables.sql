-- The ledger is sealed into a tree of hashes. ledger_log has one row for each tree that was begun here; the newest grows.
alter table ledger_log add constraint ledger_log_once unique (origin);

-- Whose signatures under a tree's sizes count: public keys alone, the private ones lie outside the database.
create table ledger_key (
    log_id int not null references ledger_log (id),
    key_id varchar(8) not null,
    vkey varchar(400) not null,
    from_size bigint not null,
    until_size bigint,
    primary key (log_id, key_id)
);

-- One event in one place. Two who seal at once both want the next index, or the same event: one of them fails.
create table ledger_leaf (
    log_id int not null references ledger_log (id),
    leaf_index bigint not null,
    event_seq bigint not null references ledger_event (seq),
    leaf_hash bytea not null,
    primary key (log_id, leaf_index),
    constraint ledger_leaf_once unique (log_id, event_seq),
    constraint ledger_leaf_counts check (leaf_index >= 0),
    constraint ledger_leaf_hash check (octet_length(leaf_hash) = 32)
);

-- The tree at each size at which it was sealed. The right edge is what it takes to go on without the older leaves.
create table ledger_root (
    log_id int not null references ledger_log (id),
    tree_size bigint not null,
    root bytea not null,
    edge bytea not null,
    sealed_at timestamp with time zone not null,
    primary key (log_id, tree_size)
);

-- A root that was committed, signed afterwards.
create table ledger_checkpoint (
    log_id int not null,
    tree_size bigint not null,
    key_id varchar(8) not null,
    note varchar(2000) not null,
    primary key (log_id, tree_size, key_id),
    foreign key (log_id, tree_size) references ledger_root (log_id, tree_size),
    foreign key (log_id, key_id) references ledger_key (log_id, key_id)
);
