-- How somebody wants Rumbo to look and behave; who never said anything has no row. No language: as her directory or browser says.
create table person_preference (
    person_id uuid primary key references person,
    language varchar(2),
    theme varchar(8) not null,
    shortcuts boolean not null
);
