-- Update rounds: every half-year each country team says of each of its open items what is new.
create table update_round (
    id uuid primary key,
    version bigint not null,
    round_key varchar(20) not null constraint update_round_key unique,
    name varchar(120),
    -- Facts until this day; at its end the round closes.
    cut_off date not null,
    -- Whoever answers after this day is late.
    due date not null,
    status varchar(8) not null,
    -- 1 while it is open, else null: never two at once, whoever opens them.
    open_slot int constraint update_round_one_open unique,
    opened_by uuid references person,
    opened_at timestamp with time zone not null,
    closed_by uuid references person,
    closed_at timestamp with time zone
);

create table round_submission (
    id uuid primary key,
    round_id uuid not null references update_round,
    country varchar(2) not null references country_team,
    state varchar(12) not null,
    -- What is missing, where a director returned it.
    reason varchar(8000),
    submitted_at timestamp with time zone,
    decided_at timestamp with time zone,
    constraint round_submission_once unique (round_id, country)
);

create table round_answer (
    id uuid primary key,
    round_id uuid not null references update_round,
    recommendation_id uuid not null references recommendation,
    country varchar(2) not null,
    -- Null while nothing was answered.
    kind varchar(12),
    note_id uuid references progress_note,
    late_reason varchar(2000),
    answered_by uuid references person,
    answered_at timestamp with time zone,
    constraint round_answer_once unique (round_id, recommendation_id)
);
create index round_answer_of_recommendation on round_answer (recommendation_id, round_id);
create index round_answer_of_country on round_answer (round_id, country);

-- Who submitted, accepted and returned: nobody accepts what she submitted, whatever her role is by then.
create table round_step (
    id uuid primary key,
    round_id uuid not null references update_round,
    country varchar(2) not null,
    step varchar(8) not null,
    done_by uuid not null references person,
    behalf uuid references person,
    done_at timestamp with time zone not null
);
create index round_step_of on round_step (round_id, country, done_at);
