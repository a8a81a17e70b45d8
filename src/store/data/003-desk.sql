-- The desk, version 3 of the store: reports and what changed, in the order in which people read them.

create index reports_newest on reports ((coalesce(published, '0001-01-01'::date)) desc, seq desc);
create index codings_at on codings (coded_at, id);
create index reviews_at on reviews (at, id);
