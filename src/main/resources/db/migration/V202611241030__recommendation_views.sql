create index listing_by_news on recommendation_listing (audience, news_at, code);

-- A list with its filters under a name. Only the question is kept: who opens it is answered as far as she may see.
create table saved_view (
    id uuid primary key,
    person_id uuid not null references person,
    name varchar(60) not null,
    query varchar(2000) not null,
    -- The country team that is shown it too; null for one's own eyes.
    team varchar(2) references country_team,
    opens_first boolean not null,
    made_at timestamp with time zone not null
);
create index saved_view_of_person on saved_view (person_id);
create index saved_view_of_team on saved_view (team);

-- What was changed for many recommendations at once, kept for as long as it can be undone, and shown for a day.
create table bulk_change (
    id uuid primary key,
    person_id uuid not null references person,
    field varchar(16) not null,
    made_at timestamp with time zone not null,
    undone_at timestamp with time zone
);
create index bulk_change_of_person on bulk_change (person_id, made_at);

create table bulk_change_item (
    bulk_id uuid not null references bulk_change on delete cascade,
    code varchar(40) not null,
    -- DONE, SAME (it read like that already), or the name of the refusal; likewise for undoing it.
    outcome varchar(40) not null,
    before_value varchar(500),
    version_after bigint,
    undo_outcome varchar(40),
    primary key (bulk_id, code)
);
