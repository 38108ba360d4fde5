-- Who may not create the extension gets the same results without an index: every row is looked at.
do $$
begin
    create extension if not exists pg_trgm;
    create index search_entry_trigrams on search_entry using gin (folded gin_trgm_ops);
exception
    when insufficient_privilege or undefined_file or feature_not_supported or undefined_object then
        raise warning 'pg_trgm is not available (%), the search works without an index', sqlerrm;
end
$$;
