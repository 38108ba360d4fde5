-- For whom somebody acted as deputy: a copy of what the payload says, as the actor is.
alter table ledger_event add column behalf varchar(24);
create index ledger_event_by_behalf on ledger_event (item_id, behalf, action);
