-- In which language the team agreed on the reading, which need not be the paper's; null where nobody said.
alter table recommendation add column reading_language varchar(2);
