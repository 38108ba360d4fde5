create table person (
    id uuid primary key,
    issuer varchar(300) not null,
    subject varchar(300) not null,
    login varchar(200) not null,
    display_name varchar(300) not null,
    constraint person_subject unique (issuer, subject)
);

create table country_team (
    country varchar(2) primary key,
    position int not null,
    institution varchar(300) not null,
    institution_inferred boolean not null,
    proposals int default 0 not null,
    proposals_year int default 0 not null
);
