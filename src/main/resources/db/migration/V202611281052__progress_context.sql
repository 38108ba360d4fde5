-- What happens in a country that may change what is known of its items.
create table context_event (
    id uuid primary key,
    country varchar(2) not null,
    kind varchar(12) not null,
    happened_on date not null,
    title varchar(300) not null,
    language varchar(2),
    url varchar(2000),
    text varchar(4000),
    added_by uuid not null references person,
    added_at timestamp with time zone not null
);
create index context_event_of_country on context_event (country, happened_on);

create table context_review (
    id uuid primary key,
    event_id uuid not null references context_event,
    recommendation_id uuid not null references recommendation,
    asked_by uuid not null references person,
    asked_at timestamp with time zone not null,
    outcome varchar(12),
    sentence varchar(1000),
    answered_by uuid references person,
    answered_at timestamp with time zone,
    constraint context_review_once unique (event_id, recommendation_id)
);
create index context_review_of_recommendation on context_review (recommendation_id);
