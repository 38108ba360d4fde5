-- Why somebody gave an import up before anything was created.
alter table paper_import add column given_up_because varchar(2000);
