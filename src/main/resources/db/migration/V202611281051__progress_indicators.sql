create table indicator (
    id uuid primary key,
    version integer not null,
    recommendation_id uuid not null references recommendation,
    name varchar(300) not null,
    unit varchar(60) not null,
    baseline_amount numeric(21, 6) not null,
    baseline_on date not null,
    target_amount numeric(21, 6) not null,
    target_on date not null,
    added_by uuid not null references person,
    added_at timestamp with time zone not null
);
create index indicator_of_recommendation on indicator (recommendation_id, added_at);

-- A value that turns out to be wrong stays, with what corrected it.
create table indicator_value (
    id uuid primary key,
    indicator_id uuid not null references indicator,
    amount numeric(21, 6) not null,
    measured_on date not null,
    source varchar(1000) not null,
    evidence_id uuid references evidence,
    note varchar(1000),
    corrects_id uuid unique references indicator_value,
    reason varchar(1000),
    recorded_by uuid not null references person,
    recorded_at timestamp with time zone not null
);
create index indicator_value_of_indicator on indicator_value (indicator_id, measured_on);
