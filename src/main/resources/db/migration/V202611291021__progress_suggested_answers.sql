-- A member saw nothing new: it answers nothing until a coordinator says so herself.
alter table round_answer add column suggested_by uuid references person;
alter table round_answer add column suggested_at timestamp with time zone;
