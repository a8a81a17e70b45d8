-- Questions for a stretch of days, version 8 of the store: exact by index, and one index less to write.

-- Events of more than a day that a day lies in. The others are found by the day on which they begin.
create index events_long on events using gist (daterange(day_from, day_to, '[]')) where current and day_to > day_from;

-- What is counted by day, all of it in one index.
drop index events_facets, events_timeline;
create index events_facets on events (day_from, precision, type, country, actor_country, recipient_country, factuality, phase, outlet, reviewed) where current;
