create table progress_note (
    id uuid primary key,
    recommendation_id uuid not null references recommendation,
    note varchar(8000) not null,
    level varchar(16),
    visibility varchar(8) not null,
    next_date date,
    draft boolean not null,
    written_by uuid not null references person,
    written_at timestamp with time zone not null,
    published_by uuid references person,
    published_at timestamp with time zone
);
create index progress_note_of_recommendation on progress_note (recommendation_id, written_at);

create table item_comment (
    id uuid primary key,
    recommendation_id uuid not null references recommendation,
    text varchar(8000) not null,
    visibility varchar(8) not null,
    written_by uuid not null references person,
    written_at timestamp with time zone not null
);
create index item_comment_of_recommendation on item_comment (recommendation_id, written_at);
