create table idempotent_request (
    request_key varchar(200) not null,
    person_id uuid not null references person,
    request_hash varchar(64) not null,
    status int,
    location varchar(300),
    etag varchar(100),
    body varchar,
    made_at timestamp with time zone not null,
    primary key (request_key, person_id)
);
