-- In which ways its recipient is told: behind the bell, and in the digest of her week.
alter table notice add column in_app boolean default true not null;
alter table notice add column in_digest boolean default false not null;
create index notice_of_digest on notice (recipient, in_digest, made_at);

-- Mails, written with what they tell of and sent later: one per occasion, recipient and kind. No text and no address: both are
-- looked up when the mail is sent, with the rights and the wishes of that moment.
create table mail (
    id uuid primary key,
    occasion uuid not null,
    recipient uuid not null references person,
    kind varchar(24) not null,
    topic varchar(16) not null,
    notice_id uuid references notice on delete cascade,
    state varchar(12) not null,
    problem varchar(24),
    attempts int default 0 not null,
    made_at timestamp with time zone not null,
    due_at timestamp with time zone not null,
    give_up_at timestamp with time zone not null,
    -- Who is sending it, and until when nobody else does.
    lease uuid,
    lease_until timestamp with time zone,
    ended_at timestamp with time zone,
    -- What the link in it must know to stop more of its topic.
    stop_token varchar(64) not null,
    constraint mail_once unique (occasion, recipient, kind),
    constraint mail_stop unique (stop_token)
);
create index mail_waiting on mail (state, due_at, id);
create index mail_of_recipient on mail (recipient, kind, made_at);
create index mail_of_notice on mail (notice_id);
create index mail_by_age on mail (made_at);

-- Whoever never said anything has no row.
create table mail_wish (
    person_id uuid not null references person,
    topic varchar(16) not null,
    wish varchar(8) not null,
    primary key (person_id, topic)
);
create index mail_wish_of on mail_wish (topic);

-- Where her Monday morning is; who never said anything lives in the network's time zone.
create table mail_zone (
    person_id uuid primary key references person,
    zone varchar(64) not null
);
