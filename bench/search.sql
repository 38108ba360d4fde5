-- The search on PostgreSQL with 10,000 items and 100,000 texts: run from the project's folder in an empty database.
\set ON_ERROR_STOP on
\i src/main/resources/db/migration/V202611230010__team_tables.sql
\i src/main/resources/db/migration/V202611230020__recommendation_tables.sql
alter table recommendation_listing alter column code type varchar(40) collate "C";
\i src/main/resources/db/migration/V202611241040__recommendation_search.sql
\i src/main/resources/db/vendor/postgresql/V202611241041__recommendation_search_trigrams.sql

select setseed(0.42);
create function words(n int, seed int) returns text language sql volatile as $$
    select string_agg(
        (array['cooper','front','segur','drog','defens','polit','region','migrac','dialog','acuerd'])[1 + (random() * 9)::int]
        || chr(97 + (random() * 25)::int) || chr(97 + (random() * 25)::int)
        || (array['cion','idad','ar','ales','ista'])[1 + (random() * 4)::int], ' ') from generate_series(1, n + 0 * seed)
$$;
insert into country_team (country, position, institution, institution_inferred, proposals, proposals_year)
select c, row_number() over (), c, false, 0, 2026 from unnest(array['XA','XB','XC','XD','XE','XF']) c;

insert into recommendation (id, version, code, country, origin, language, title_es, summary_es, state, state_since,
    past_states, position, self_level, validated_level, themes, sdgs, priority, claim_status, evaluation_open, markers_total,
    markers_met, expect_total, expect_met, created_at, updated_at, news_at)
select gen_random_uuid(), 0, 'SPN-2026-X' || chr(65 + i % 6) || '-' || i, 'X' || chr(65 + i % 6), 'TEAM', 'es', words(8, i),
    words(30, i), 'ADOPTED', now(), '', 'ACCEPTED', 'STARTED', 'STARTED', '', '', false, 'NONE', false, 1, 0, 1, 0, now(), now(), now()
from generate_series(1, 10000) i;
insert into recommendation_listing (item_id, audience, code, country, origin, language, title_es, state, state_since, position,
    self_level, validated_level, themes, due, priority, next_step, claim_status, markers_total, markers_met, news_at, updated_at, search_text)
select id, a, code, country, origin, language, title_es, state, state_since, position, self_level, validated_level, ',', date '9999-12-31',
    false, 'NONE', 'NONE', 1, 0, now(), now(), lower(code) || ' ' || title_es
from recommendation cross join (values ('FULL'), ('RELEASED')) v(a);
insert into search_entry (item_id, kind, part_id, language, readers, place, text, folded)
select id, 'CODE', '', '', 'ALL', 9, code, lower(code) from recommendation
union all select id, 'TITLE', '', 'es', 'ALL', 0, title_es, title_es from recommendation
union all select id, 'SUMMARY', '', 'es', 'ALL', 1, summary_es, summary_es from recommendation;
insert into search_entry (item_id, kind, part_id, language, readers, place, text, folded)
select id, kind, gen_random_uuid()::text, '', readers, place, t, t from (
    select r.id, k.kind, k.readers, k.place, words(40, n) as t from recommendation r
    cross join (values ('MARKER', 'ALL', 4, 1), ('EVIDENCE', 'NETWORK', 5, 2), ('EVIDENCE', 'FULL', 5, 3), ('NOTE', 'NETWORK', 6, 4),
        ('NOTE', 'FULL', 6, 5), ('COMMENT', 'FULL', 7, 6), ('COMMENT', 'NETWORK', 7, 7)) k(kind, readers, place, n)) made;
analyze;
select count(*) as texts from search_entry;

create function looked_for(audience text, outside text[], one text, other text) returns bigint language plpgsql as $$
declare found bigint;
begin
    execute format($q$
        select count(*) from (select 1 from recommendation_listing l where l.audience = %L
            and exists (select 1 from search_entry e where e.item_id = l.item_id and e.folded like %L escape '!'
                and case when l.audience = 'FULL' then e.readers <> 'OUTSIDE' else e.readers = any(%L) end)
            and exists (select 1 from search_entry e where e.item_id = l.item_id and e.folded like %L escape '!'
                and case when l.audience = 'FULL' then e.readers <> 'OUTSIDE' else e.readers = any(%L) end)
            fetch first 1001 rows only) counted$q$, audience, one, outside, other, outside) into found;
    return found;
end $$;
\timing on
\echo 'With the index, as a director: a rare word, two words, a frequent part, two letters'
select looked_for('FULL', '{}', '%cooperxyar%', '%cooperxyar%');
select looked_for('FULL', '{}', '%migrac%', '%dialogab%');
select looked_for('FULL', '{}', '%segur%', '%segur%');
select looked_for('FULL', '{}', '%zz%', '%zz%');
\echo 'As a funder: the same'
select looked_for('RELEASED', '{OUTSIDE,ALL}', '%cooperxyar%', '%cooperxyar%');
select looked_for('RELEASED', '{OUTSIDE,ALL}', '%migrac%', '%dialogab%');
select looked_for('RELEASED', '{OUTSIDE,ALL}', '%segur%', '%segur%');
select looked_for('RELEASED', '{OUTSIDE,ALL}', '%zz%', '%zz%');
drop index search_entry_trigrams;
\echo 'Without the index, as a director'
select looked_for('FULL', '{}', '%cooperxyar%', '%cooperxyar%');
select looked_for('FULL', '{}', '%migrac%', '%dialogab%');
select looked_for('FULL', '{}', '%segur%', '%segur%');
select looked_for('FULL', '{}', '%zz%', '%zz%');
