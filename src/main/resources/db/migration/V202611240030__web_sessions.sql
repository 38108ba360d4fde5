-- Who is signed in. Every node reads the same rows, so a session survives a restart and the way to another node.
-- The columns are those of Spring Session, which sets its own times: milliseconds since 1970.
create table web_session (
    primary_id char(36) not null primary key,
    session_id char(36) not null unique,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval int not null,
    expiry_time bigint not null,
    principal_name varchar(100)
);
create index web_session_expiry on web_session (expiry_time);
create index web_session_person on web_session (principal_name);

create table web_session_attributes (
    session_primary_id char(36) not null references web_session on delete cascade,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    primary key (session_primary_id, attribute_name)
);

-- How much of its allowance an address or a person has used up: one row per bucket, gone when it is full again.
create table rate_limit (
    bucket varchar(100) not null primary key,
    state bytea,
    expires_at bigint
);
create index rate_limit_expiry on rate_limit (expires_at);
