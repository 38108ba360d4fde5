-- Every text of an item that can be searched, one row each: words typed into a search field are looked for here alone.
create table search_entry (
    item_id uuid not null references recommendation,
    kind varchar(12) not null,
    -- The marker, document, note or comment that it stands in; empty for texts of the item itself.
    part_id varchar(36) not null,
    language varchar(35) not null,
    readers varchar(8) not null,
    place int not null,
    text varchar not null,
    -- The same in lower case without accents, made by the application, so that every database finds the same.
    folded varchar not null,
    primary key (item_id, kind, part_id, language, readers)
);

-- By which rules the rows above were made; where they are not the application's, it makes them anew when it starts.
create table search_version (version int not null);
insert into search_version (version) values (0);
