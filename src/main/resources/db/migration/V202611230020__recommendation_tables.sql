create table recommendation (
    id uuid primary key,
    version bigint not null,
    -- Counts the item's ledger events; given by the ledger alone, so that it is not part of the aggregate.
    rev int default 0 not null,
    code varchar(40) not null constraint recommendation_code unique,
    country varchar(2) not null references country_team,
    origin varchar(8) not null,
    paper_key varchar(20),
    chapter int,
    letter varchar(8),
    page int,
    page_derived boolean,
    actionability int,
    language varchar(2) not null,
    title_en varchar(300),
    title_es varchar(300),
    title_pt varchar(300),
    summary_en varchar(4000),
    summary_es varchar(4000),
    summary_pt varchar(4000),
    state varchar(20) not null,
    state_since timestamp with time zone not null,
    past_states varchar(120) not null,
    close_reason varchar(30),
    superseded_by varchar(40),
    position varchar(24) not null,
    position_on date,
    position_source varchar(2000),
    self_level varchar(16) not null,
    validated_level varchar(16) not null,
    level_reason varchar(8000),
    rating int,
    addressee varchar(500),
    reading varchar(4000),
    themes varchar(400) not null,
    sdgs varchar(80) not null,
    target_date date,
    priority boolean not null,
    owner_id uuid references person,
    claim_id uuid,
    claim_status varchar(16) not null,
    evaluation_open boolean not null,
    markers_total int not null,
    markers_met int not null,
    expect_total int not null,
    expect_met int not null,
    created_at timestamp with time zone not null,
    updated_at timestamp with time zone not null,
    news_at timestamp with time zone not null
);

create table marker (
    id uuid primary key,
    recommendation_id uuid not null references recommendation,
    position int not null,
    text varchar(1000) not null,
    ambition varchar(8) not null,
    met boolean not null,
    met_on date
);
create index marker_of_recommendation on marker (recommendation_id, position);

create table evidence (
    id uuid primary key,
    recommendation_id uuid not null references recommendation,
    type varchar(24) not null,
    title varchar(500) not null,
    issuer varchar(300),
    issued_on date,
    language varchar(35),
    url varchar(2000),
    sha256 varchar(64),
    strength varchar(1) not null,
    visibility varchar(8) not null,
    requested_visibility varchar(8) not null,
    added_by uuid not null references person,
    added_at timestamp with time zone not null,
    released_by uuid references person
);
create index evidence_of_recommendation on evidence (recommendation_id, added_at);

create table claim (
    id uuid primary key,
    recommendation_id uuid not null references recommendation,
    from_state varchar(20) not null,
    target varchar(20) not null,
    move varchar(12) not null,
    status varchar(16) not null,
    occurred_on date,
    statement varchar(8000),
    contribution varchar(20),
    level varchar(16),
    delivered_on date,
    delivered_how varchar(1000),
    close_reason varchar(30),
    superseded_by varchar(40),
    made_by uuid not null references person,
    made_at timestamp with time zone not null,
    first_made_at timestamp with time zone not null,
    decided_by uuid references person,
    decided_at timestamp with time zone,
    decision_reason varchar(8000),
    decided_level varchar(16)
);
create index claim_of_recommendation on claim (recommendation_id, made_at);
alter table recommendation add constraint recommendation_open_claim foreign key (claim_id) references claim;

create table claim_evidence (
    claim_id uuid not null references claim,
    evidence_id uuid not null references evidence,
    primary key (claim_id, evidence_id)
);

create table recommendation_link (
    from_code varchar(40) not null references recommendation (code),
    to_code varchar(40) not null references recommendation (code),
    type varchar(20) not null,
    primary key (from_code, to_code, type)
);
create index recommendation_link_back on recommendation_link (to_code);

-- One row per item and audience: FULL for its team and the directors, RELEASED (facts as last confirmed) for the others.
create table recommendation_listing (
    item_id uuid not null references recommendation,
    audience varchar(8) not null,
    code varchar(40) not null,
    country varchar(2) not null,
    origin varchar(8) not null,
    language varchar(2) not null,
    title_en varchar(300),
    title_es varchar(300),
    title_pt varchar(300),
    state varchar(20) not null,
    state_since timestamp with time zone not null,
    close_reason varchar(30),
    position varchar(24) not null,
    self_level varchar(16) not null,
    validated_level varchar(16) not null,
    rating int,
    addressee varchar(500),
    themes varchar(420) not null,
    -- An item without a date sorts behind all that have one, and a sort key is never null.
    due date not null,
    priority boolean not null,
    owner_id uuid,
    next_step varchar(24) not null,
    claim_status varchar(16) not null,
    markers_total int not null,
    markers_met int not null,
    news_at timestamp with time zone not null,
    updated_at timestamp with time zone not null,
    search_text varchar not null,
    -- What the audience RELEASED is shown of the item: its fields as of the last confirmed fact.
    snapshot varchar,
    primary key (item_id, audience)
);
create index listing_by_code on recommendation_listing (audience, code);
create index listing_by_country on recommendation_listing (audience, country, state, origin);
create index listing_by_update on recommendation_listing (audience, updated_at, code);
create index listing_by_due on recommendation_listing (audience, due, code);
