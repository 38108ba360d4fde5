-- Why a director moved an open round's days, and when: everybody in the round reads it on its page.
alter table update_round add column move_reason varchar(2000);
alter table update_round add column moved_at timestamp with time zone;
