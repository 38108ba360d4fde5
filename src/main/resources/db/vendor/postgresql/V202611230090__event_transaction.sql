-- Codes and cursors compare byte by byte, as in every other place that sorts them.
alter table recommendation_listing alter column code type varchar(40) collate "C";

-- No change of an item without an event of the same transaction: looked at when it commits.
alter table ledger_event add column tx xid8 not null default pg_current_xact_id();

create function every_change_has_its_event() returns trigger language plpgsql as $$
begin
    if not exists (
        select from ledger_event e
        where e.item_id = new.id
          and e.item_rev = (select max(l.item_rev) from ledger_event l where l.item_id = new.id)
          and e.tx = pg_current_xact_id()
    ) then
        raise exception 'recommendation % changed without a ledger event', new.code
            using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end
$$;

create constraint trigger every_change_has_its_event
    after insert or update on recommendation
    deferrable initially deferred
    for each row execute function every_change_has_its_event();
