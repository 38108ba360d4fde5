-- A text leaves the ledger only in a transaction that says so: the event is written first, and names event and field.
create function erasing_is_told() returns trigger language plpgsql as $$
begin
    if not exists (
        select from ledger_event e
        where e.tx = pg_current_xact_id()
          and e.action = 'privacy.erased'
          and convert_from(e.payload, 'UTF8')::jsonb -> 'detail' ->> 'event' = old.event_id::text
          and convert_from(e.payload, 'UTF8')::jsonb -> 'detail' ->> 'field' = old.field
    ) then
        raise exception 'permission denied: no event of this transaction erases % of event %', old.field, old.event_id
            using errcode = 'insufficient_privilege';
    end if;
    return old;
end
$$;

create trigger erasing_is_told before delete on ledger_opening
    for each row execute function erasing_is_told();
-- It looks for the few events of this kind, not through all of them.
create index ledger_event_erasing on ledger_event (tx) where action = 'privacy.erased';
