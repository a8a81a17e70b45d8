-- Timelines and facets of one country or one type, read from the index alone: version 14 of the store. Its events lie all
-- over the table, so that 93,000 of a million cost 28,000 pages to count, and 1,000 from an index that holds what is counted.
drop index events_country;
create index events_country on events (country, sort_day desc, seq desc)
  include (day_from, precision, type, actor_country, recipient_country, factuality, phase, outlet, reviewed) where current;
drop index events_type;
create index events_type on events (type, sort_day desc, seq desc)
  include (day_from, precision, country, actor_country, recipient_country, factuality, phase, outlet, reviewed) where current;
