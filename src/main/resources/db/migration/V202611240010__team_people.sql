-- What the directory says of a person, as last heard; Rumbo works on from it while the directory does not answer.
alter table person add column mail varchar(320);
alter table person add column language varchar(2);
alter table person add column enabled boolean default true not null;
alter table person add column last_seen_at timestamp with time zone;
-- Ended by an administrator: the person and her history stay.
alter table person add column deactivated_at timestamp with time zone;
alter table person add column deactivated_by uuid;
create index person_by_login on person (login);

-- The source is the group or role of the directory that gives the role. Country is empty for roles in the network at large.
create table person_role (
    person_id uuid not null references person,
    role varchar(20) not null,
    country varchar(2) default '' not null,
    source varchar(300) not null,
    primary key (person_id, role, country)
);

create table deputy (
    id uuid primary key,
    represented_id uuid not null references person,
    deputy_id uuid not null references person,
    from_day date not null,
    until_day date not null,
    arranged_by uuid not null references person,
    arranged_at timestamp with time zone not null,
    ended_at timestamp with time zone,
    ended_by uuid references person,
    constraint deputy_other_person check (represented_id <> deputy_id),
    constraint deputy_days check (from_day <= until_day)
);
create index deputy_by_deputy on deputy (deputy_id, until_day);
create index deputy_by_represented on deputy (represented_id, until_day);
