-- Who does not want to be shown the list of first steps any more.
create table first_steps_away (
    person_id uuid primary key references person,
    put_away_at timestamp with time zone not null
);
