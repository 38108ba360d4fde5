-- What a paper says stays as it was read, whoever asks the database for another.
create function words_of_papers_stay() returns trigger language plpgsql as $$
begin
    raise exception '% is never changed', tg_table_name using errcode = 'integrity_constraint_violation';
end
$$;

create trigger wording_stays before update or delete on wording
    for each row execute function words_of_papers_stay();
create trigger wording_is_not_emptied before truncate on wording
    for each statement execute function words_of_papers_stay();
create trigger passages_stay before update or delete on import_passage
    for each row execute function words_of_papers_stay();
create trigger passages_are_not_emptied before truncate on import_passage
    for each statement execute function words_of_papers_stay();
