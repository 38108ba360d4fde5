-- Reminders of due dates: each once for a thing, a person and a date. Another date is another ladder.
create table reminder (
    thing uuid not null,
    person_id uuid not null references person,
    due_on date not null,
    rung varchar(24) not null,
    -- SENT, or PASSED_OVER where a later one was sent instead.
    outcome varchar(12) not null,
    made_at timestamp with time zone not null,
    primary key (thing, person_id, due_on, rung)
);
create index reminder_by_date on reminder (due_on);
