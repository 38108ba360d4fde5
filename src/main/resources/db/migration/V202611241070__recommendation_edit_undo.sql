-- What was before an edit, so that whoever made it can take it back for ten minutes; older rows are deleted.
create table edit_undo (
    id uuid not null primary key,
    person_id uuid not null references person,
    made_at timestamp with time zone not null,
    edits varchar not null
);
create index edit_undo_age on edit_undo (made_at);
