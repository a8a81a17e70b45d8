-- Stories by hand, version 11 of the store. A review with the verdict `join` or `leave` is of a report: its `event` is the
-- report's key, its value names both stories and whom the report is together with and apart from. They are few.
create index reviews_stories on reviews (event, id) where verdict in ('join', 'leave');
