-- Where the server runs as a user of its own (config/postgresql/roles.sql), the ledger's tables are for adding alone: no event,
-- leaf, root or checkpoint is changed or removed by the program, and no number is chosen by it. A text is removed only where an
-- event of the same transaction says so, which a trigger looks at.
do $$
declare
    it text;
begin
    if not exists (select from pg_roles where rolname = 'rumbo_rw') then
        return;
    end if;
    foreach it in array array['ledger_event', 'ledger_leaf', 'ledger_root', 'ledger_checkpoint', 'ledger_opening'] loop
        execute format('revoke insert, update, delete, truncate, references, trigger on %I from rumbo_rw', it);
    end loop;
    grant insert (event_id, item_id, item_rev, payload, recorded_at, action, actor, behalf, code, country, audience, activity,
        from_state, to_state, state) on ledger_event to rumbo_rw;
    grant insert on ledger_leaf, ledger_root, ledger_checkpoint, ledger_opening to rumbo_rw;
    grant delete on ledger_opening to rumbo_rw;
    revoke delete, truncate on ledger_log, ledger_key, ledger_pseudonym from rumbo_rw;
    -- Which migrations ran is the migrations' own.
    revoke insert, update, delete, truncate on flyway_schema_history from rumbo_rw;
    if exists (select from pg_roles where rolname = 'rumbo_ro') then
        grant select on ledger_event, ledger_leaf, ledger_root, ledger_checkpoint, ledger_key, ledger_log to rumbo_ro;
    end if;
end
$$;
