-- How a saved search is looked at: the rest of the desk's address, columns and order. Version 12 of the store.
alter table searches add column view text;
