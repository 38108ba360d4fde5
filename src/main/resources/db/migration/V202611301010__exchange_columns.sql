-- A file whose headings nobody knows yet: it is kept until its owner has said what they mean, or for as long as other imports.
create table sheet_upload (
    import_id uuid primary key references sheet_import on delete cascade,
    content bytea not null,
    -- In which its values are read.
    language varchar(2) not null,
    -- The headings that were found, as JSON.
    heads varchar not null
);

-- What somebody said that a heading means, so that she is offered the same the next time.
create table sheet_heading (
    person_id uuid not null references person,
    -- The kind of sheet; empty where the whole sheet was none of ours.
    sheet varchar(20) not null,
    -- As it is compared: small letters, without accents.
    heading varchar(100) not null,
    -- Empty where it is left out.
    field varchar(40) not null,
    said_at timestamp with time zone not null,
    primary key (person_id, sheet, heading)
);
