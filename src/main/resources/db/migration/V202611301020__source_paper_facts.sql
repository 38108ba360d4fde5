-- What a paper tells of itself: as it was read, with how sure that is, and as it is cited.
alter table paper_import add column published_in varchar(7);
alter table paper_import add column publishers varchar(1000);
alter table paper_import add column editors varchar(1000);
alter table paper_import add column address varchar(500);
alter table paper_import add column isbn varchar(20);
alter table paper_import add column imprint varchar(10000);
-- Who looked at it and corrected it last; null where nobody did.
alter table paper_import add column described_by uuid references person;
alter table paper_import add column described_at timestamp with time zone;
alter table paper add column editors varchar(1000) default '' not null;
alter table paper add column address varchar(500);
