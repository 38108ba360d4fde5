-- One secret address per person under which calendars fetch what is due for her. Who reads this table cannot fetch anything.
create table calendar_feed (
    person_id uuid primary key references person,
    token_hash varchar(64) not null constraint calendar_feed_token unique,
    made_at timestamp with time zone not null
);

-- As which revision an entry was handed to somebody, so that her calendar knows an old one from a new one.
create table calendar_entry (
    person_id uuid not null references person,
    uid varchar(100) not null,
    fingerprint varchar(64) not null,
    revision int not null,
    revised_at timestamp with time zone not null,
    primary key (person_id, uid)
);
