-- For whom a report was published. What stands in one for everybody may be read without signing in.
alter table report add column audience varchar(10) default 'FUNDERS' not null;
