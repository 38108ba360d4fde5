-- The file itself is kept outside of the database, under the hash that stands in sha256.
alter table evidence add column file_name varchar(250);
alter table evidence add column file_size bigint;
alter table evidence add column file_type varchar(8);
-- What acts by itself when it is opened, such as a script in a PDF.
alter table evidence add column file_active boolean;
-- When the file was taken as a copy of what the link led to.
alter table evidence add column captured_on date;
alter table evidence add column scan_state varchar(16);
-- What the virus scanner called it.
alter table evidence add column scan_found varchar(100);
alter table evidence add column scanned_at timestamp with time zone;
-- Not before this is it looked at again; two nodes take turns by it.
alter table evidence add column scan_after timestamp with time zone;
create index evidence_by_file on evidence (sha256);
create index evidence_to_scan on evidence (scan_state, scan_after);
