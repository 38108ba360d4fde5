create table team_action (
    id uuid primary key,
    version integer not null,
    recommendation_id uuid not null references recommendation,
    text varchar(1000) not null,
    visibility varchar(8) not null,
    owner_id uuid not null references person,
    due date not null,
    first_due date not null,
    due_reason varchar(1000),
    done_on date,
    cancelled_at timestamp with time zone,
    cancel_reason varchar(1000),
    added_by uuid not null references person,
    added_at timestamp with time zone not null
);
create index team_action_of_recommendation on team_action (recommendation_id, added_at);
create index team_action_of_owner on team_action (owner_id);
