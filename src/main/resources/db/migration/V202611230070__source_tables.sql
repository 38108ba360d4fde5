create table paper (
    paper_key varchar(20) primary key,
    title varchar(500) not null,
    language varchar(2) not null,
    isbn varchar(20),
    published_in varchar(7) not null,
    publishers varchar(1000) not null,
    founding varchar(500) not null
);

create table chapter (
    paper_key varchar(20) not null references paper,
    number int not null,
    country varchar(2) not null references country_team,
    title varchar(500) not null,
    authors varchar(500) not null,
    primary key (paper_key, number)
);
