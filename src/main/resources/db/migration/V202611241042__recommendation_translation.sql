-- The agreed reading in the languages that are not the original's; the original stands in the column "reading".
alter table recommendation add column reading_en varchar(4000);
alter table recommendation add column reading_es varchar(4000);
alter table recommendation add column reading_pt varchar(4000);

-- How a translation came about, and what it translates: where the original is worded otherwise now, it is out of date.
create table recommendation_translation (
    item_id uuid not null references recommendation,
    field varchar(8) not null,
    language varchar(2) not null,
    text varchar(4000) not null,
    original varchar(4000) not null,
    machine boolean not null,
    changed_by uuid references person,
    changed_at timestamp with time zone not null,
    primary key (item_id, field, language)
);

-- What is there was written by people, and as far as anybody knows from the original of today.
insert into recommendation_translation (item_id, field, language, text, original, machine, changed_at)
select id, field, into_language, text, original, false, updated_at
from (
    select r.id, 'TITLE' as field, x.into_language, r.updated_at,
        case x.into_language when 'en' then r.title_en when 'es' then r.title_es else r.title_pt end as text,
        case r.language when 'en' then r.title_en when 'es' then r.title_es else r.title_pt end as original
    from recommendation r
    cross join (select 'en' as into_language union all select 'es' union all select 'pt') x
    where x.into_language <> r.language
    union all
    select r.id, 'SUMMARY', x.into_language, r.updated_at,
        case x.into_language when 'en' then r.summary_en when 'es' then r.summary_es else r.summary_pt end,
        case r.language when 'en' then r.summary_en when 'es' then r.summary_es else r.summary_pt end
    from recommendation r
    cross join (select 'en' as into_language union all select 'es' union all select 'pt') x
    where x.into_language <> r.language) there
where text is not null and original is not null;
