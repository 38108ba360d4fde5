-- A paper that was handed in, what was read in it, what directors decide of it and what became of that.
create table paper_import (
    id uuid primary key,
    -- Null until it is known which paper it is: typed, recognised, or given.
    paper_key varchar(20),
    title varchar(500),
    language varchar(2) not null,
    sha256 varchar(64) not null,
    file_name varchar(250) not null,
    file_size bigint not null,
    file_type varchar(8) not null,
    imported_by uuid references person,
    imported_at timestamp with time zone not null,
    state varchar(10) not null,
    state_since timestamp with time zone not null,
    -- Of the work that is under way: pages or lines read, passages taken over.
    done int not null,
    total int not null,
    failure varchar(24),
    failure_arguments varchar(200),
    confidence varchar(8),
    warnings varchar(100000) not null,
    -- The file while it is open or done, else null: nobody imports the same file twice.
    file_slot varchar(64) constraint paper_import_file_once unique,
    -- The paper while its import is open, else null: one review of a paper at a time.
    paper_slot varchar(20) constraint paper_import_paper_once unique
);
create index paper_import_of on paper_import (paper_key, imported_at);

-- The paper's text as it was read, to show a passage among what stands around it.
create table import_line (
    import_id uuid not null references paper_import,
    number int not null,
    page int,
    text varchar(1000000) not null,
    primary key (import_id, number)
);

create table import_chapter (
    import_id uuid not null references paper_import,
    number int not null,
    country varchar(2),
    title varchar(2000) not null,
    authors varchar(2000) not null,
    first_line int not null,
    last_line int not null,
    first_page int,
    last_page int,
    page_derived boolean not null,
    heading_line int,
    confidence varchar(8) not null,
    warnings varchar(100000) not null,
    primary key (import_id, number)
);

-- The exact words as they were read; never changed, whatever is decided.
create table import_passage (
    import_id uuid not null references paper_import,
    number int not null,
    chapter int not null,
    mark varchar(40) not null,
    letter varchar(8) not null,
    text varchar(1000000) not null,
    sha256 varchar(64) not null,
    lead_in varchar(1000000),
    first_line int not null,
    last_line int not null,
    first_page int,
    last_page int,
    page_derived boolean not null,
    confidence varchar(8) not null,
    warnings varchar(100000) not null,
    -- Against what was imported of the same paper before.
    difference varchar(10) not null,
    earlier_import uuid,
    earlier_number int,
    primary key (import_id, number)
);

-- Passages of the earlier import that the new file has no longer.
create table import_gone (
    import_id uuid not null references paper_import,
    earlier_import uuid not null,
    earlier_number int not null,
    primary key (import_id, earlier_import, earlier_number)
);

create table import_skipped (
    import_id uuid not null references paper_import,
    number int not null,
    chapter int not null,
    mark varchar(40) not null,
    text varchar(1000000) not null,
    first_line int not null,
    last_line int not null,
    first_page int,
    last_page int,
    page_derived boolean not null,
    reason varchar(20) not null,
    primary key (import_id, number)
);

create table passage_decision (
    import_id uuid not null,
    passage int not null,
    decision varchar(6) not null,
    reason varchar(2000),
    decided_by uuid not null references person,
    decided_at timestamp with time zone not null,
    -- When its recommendations were there; null until then.
    carried_out_at timestamp with time zone,
    primary key (import_id, passage),
    foreign key (import_id, passage) references import_passage
);

-- The recommendations that an accepted passage becomes: one per country, and one per part and country.
create table passage_item (
    import_id uuid not null,
    passage int not null,
    number int not null,
    code varchar(40) not null,
    country varchar(2) not null references country_team,
    part int,
    -- What the extraction should have read, where a director corrected it; the words as read stay beside it.
    corrected varchar(20000),
    title varchar(300) not null,
    summary varchar(4000) not null,
    themes varchar(400) not null,
    -- CREATED, ATTACHED to one that was there, or UNCHANGED; null until it is carried out.
    outcome varchar(10),
    primary key (import_id, passage, number),
    foreign key (import_id, passage) references passage_decision,
    constraint passage_item_code unique (import_id, code)
);

-- The paper's own words of a recommendation; a changed file adds a further version, the older stays.
create table wording (
    id uuid primary key,
    recommendation_id uuid not null references recommendation,
    version int not null,
    import_id uuid not null,
    passage int not null,
    part int,
    text varchar(1000000) not null,
    sha256 varchar(64) not null,
    corrected varchar(20000),
    corrected_sha256 varchar(64),
    attached_by uuid references person,
    attached_at timestamp with time zone not null,
    constraint wording_version unique (recommendation_id, version),
    constraint wording_once unique (recommendation_id, import_id, passage),
    foreign key (import_id, passage) references import_passage
);
create index wording_of_passage on wording (import_id, passage);
