-- H2 knows no transaction ids that a constraint could compare; it serves development only.
select 1;
