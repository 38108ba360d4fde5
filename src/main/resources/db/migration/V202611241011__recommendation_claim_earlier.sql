-- What a claim said before it was returned, and why it was, so that whoever decides again sees what changed.
alter table claim add column earlier_statement varchar(8000);
alter table claim add column return_reason varchar(8000);
