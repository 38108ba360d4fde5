-- Since when what the link led to is no longer there; empty while it is.
alter table evidence add column link_gone_on date;
