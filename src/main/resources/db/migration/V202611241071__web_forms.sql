-- Unsent forms: what a person typed, by the address that the form is sent to. Nobody else reads them.
create table form_draft (
    person_id uuid not null references person,
    address varchar(300) not null,
    page varchar(300) not null,
    fields varchar not null,
    saved_at timestamp with time zone not null,
    primary key (person_id, address)
);
create index form_draft_age on form_draft (saved_at);

-- By which Rumbo knows a form again that it drew itself; one row, the same for all nodes.
create table form_secret (
    id int not null primary key,
    secret bytea not null
);

-- Forms lead to addresses longer than those of the API, and old answers are looked for by their age.
alter table idempotent_request alter column location set data type varchar(2000);
create index idempotent_request_age on idempotent_request (made_at);
