alter table item_comment add column edited_at timestamp with time zone;
-- A mention stands in the text as a reference to the person, which takes more room than what was typed.
alter table item_comment alter column text set data type varchar(10000);

create table comment_mention (
    comment_id uuid not null references item_comment,
    person_id uuid not null references person,
    primary key (comment_id, person_id)
);
