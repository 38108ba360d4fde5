-- The person for whom a deputy added it: the separation of duties holds for both.
alter table evidence add column added_for uuid;
