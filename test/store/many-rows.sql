-- Rows for test/store/plans.test.ts: 8,000 events of 1,200 reports and pairs of
-- parties as if of 60,000, all invented, with values spread evenly.
insert into reports (key, text_id, url, outlet, title, language, published, record, sha256, config, search)
select 'r' || n, 't' || n, 'https://news.example/' || n, 'Outlet ' || n % 50, 'Title', 'en', '2020-01-01'::date + n % 600,
  '{"text": ""}', '', 'english', to_tsvector('english', 'word' || n || ' word' || n % 300)
from generate_series(1, 1200) n;
insert into text_configs values ('english');
insert into custody (report, origin) select 'r' || n, 'file ' || n from generate_series(1, 1200) n;
insert into coders values ('c', '{}');
insert into codings (report, coder, header, notes, events) select 'r' || n, 'c', '{}', '[]', 10 from generate_series(1, 1200) n;
insert into report_links (report, story) select 'r' || n, 's' || n / 4 from generate_series(1, 1200) n;
insert into places (key, name, kind, country, lat, lon, radius_km)
select 'p' || n, 'Town ' || n, 'town', 'C' || n % 40, n % 60, n % 170, 5 from generate_series(1, 2000) n;
insert into parties (key, name, actor_id, country, sector)
select 'y' || n, case when n = 77 then 'Party 77' else initcap(md5(n::text)) end, 'id' || n, 'C' || n % 40, 'GOV' from generate_series(1, 4000) n;
insert into events (id, coding, report, position, type, modes, contexts, day_from, day_to, sort_day, precision, country, place,
  actor_country, recipient_country, factuality, phase, sourced, denied, confidence, outlet, language, published, story, happening)
select 'r' || r || '.e' || n, r, 'r' || r, n % 10, case when n % 16 = 0 then 'PROTEST' else 'TYPE' || n % 16 end,
  case when n % 5 = 0 then array['mode ' || n % 200] else '{}' end, '{}', day, day, day, 'day', 'C' || n % 40, 1 + n % 2000,
  'C' || n % 40, 'C' || n % 39, 'CT+', 'past', 0, false, 0.5, 'Outlet ' || n % 50, 'en', day, 's' || r / 4, 'h' || n / 3
from (select n, 1 + n / 10 as r, '2020-01-01'::date + n % 1500 as day from generate_series(0, 7999) n) g;
insert into event_records select seq, '{}' from events;
insert into participants (event, role, position, party) select seq, 'actor', 0, 1 + seq % 4000 from events;
insert into participants (event, role, position, party) select seq, 'recipient', 0, 1 + seq % 3999 from events;
insert into dyads (event, actor, recipient) select n, 1 + n % 4000, 1 + n % 3999 from generate_series(1, 60000) n;
insert into reviews (event, verdict, reviewer) select 'r' || 1 + n / 10 || '.e' || n, 'accept', 'x' from generate_series(0, 999) n;
update events set reviewed = 'edited' where seq % 100 = 0;
insert into coded_events select * from events where reviewed = 'edited';
insert into coded_participants select * from participants where event in (select seq from coded_events);
insert into event_history select seq, now(), 'infinity', 'left', reviewed, id, coding, report, position, type, modes, contexts,
  day_from, day_to, sort_day, precision, country, admin1, place, actor_country, recipient_country, factuality, phase, sourced, denied,
  confidence, outlet, language, published, '{}', '{}', '{}' from events where reviewed = 'edited';
insert into counts select 'type', type, count(*) from events group by 2;
analyze;
