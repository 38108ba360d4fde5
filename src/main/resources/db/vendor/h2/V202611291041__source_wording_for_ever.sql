-- H2 knows no triggers in SQL; it serves development only.
select 1;
