-- Custody of what was fetched, version 7 of the store: which address answered and how, beside headers and hash.
alter table custody add column answer jsonb;
