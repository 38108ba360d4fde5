-- What somebody is told: one row per person and occasion. Who may read it is asked anew whenever it is read.
create table notice (
    id uuid primary key,
    recipient uuid not null references person,
    occasion uuid not null,
    kind varchar(24) not null,
    recommendation_id uuid references recommendation,
    -- The claim, comment, document, evaluation, report or other person that it is about.
    subject uuid,
    by_person uuid references person,
    behalf uuid references person,
    -- A code or a date that the sentence names.
    word varchar(40),
    -- Whether it is about something of the recipient's own.
    own boolean not null,
    -- How much of the recommendation one must be able to read to be told.
    least varchar(8) not null,
    made_at timestamp with time zone not null,
    read_at timestamp with time zone,
    constraint notice_once unique (occasion, recipient, kind)
);
create index notice_unread on notice (recipient, read_at, made_at);
create index notice_of_recommendation on notice (recommendation_id, kind);
create index notice_by_age on notice (made_at);

-- Not wanted: she was made a follower by what she did, and stopped; nothing makes her one again.
create table recommendation_follow (
    person_id uuid not null references person,
    recommendation_id uuid not null references recommendation,
    wanted boolean not null,
    since timestamp with time zone not null,
    primary key (person_id, recommendation_id)
);
create index recommendation_follow_of on recommendation_follow (recommendation_id);

create table country_follow (
    person_id uuid not null references person,
    country varchar(2) not null references country_team,
    since timestamp with time zone not null,
    primary key (person_id, country)
);
create index country_follow_of on country_follow (country);

create table notice_refusal (
    person_id uuid not null references person,
    topic varchar(16) not null,
    primary key (person_id, topic)
);
create index notice_refusal_of on notice_refusal (topic);
