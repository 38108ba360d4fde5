create table evaluation (
    id uuid primary key,
    version bigint not null,
    recommendation_id uuid not null references recommendation,
    status varchar(12) not null,
    opened_by uuid not null references person,
    opened_at timestamp with time zone not null,
    closed_by uuid references person,
    closed_at timestamp with time zone,
    reason varchar(8000),
    overall int
);
create index evaluation_of_recommendation on evaluation (recommendation_id, opened_at);

create table evaluation_assignment (
    evaluation_id uuid not null references evaluation,
    evaluator uuid not null references person,
    assigned_at timestamp with time zone not null,
    rated_at timestamp with time zone,
    lessons varchar(8000),
    primary key (evaluation_id, evaluator)
);
create index evaluation_assignment_of on evaluation_assignment (evaluator);

create table evaluation_rating (
    evaluation_id uuid not null,
    evaluator uuid not null,
    criterion varchar(16) not null,
    score int,
    narrative varchar(8000) not null,
    primary key (evaluation_id, evaluator, criterion),
    foreign key (evaluation_id, evaluator) references evaluation_assignment
);
