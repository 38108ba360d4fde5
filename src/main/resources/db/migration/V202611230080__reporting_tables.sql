create table report (
    id uuid primary key,
    as_of date not null,
    since date,
    published_by uuid not null references person,
    published_at timestamp with time zone not null,
    sha256 varchar(64) not null,
    total int not null,
    reached int not null
);
create index report_newest on report (published_at);

create table report_file (
    report_id uuid not null references report,
    format varchar(8) not null,
    sha256 varchar(64) not null,
    content bytea not null,
    primary key (report_id, format)
);
