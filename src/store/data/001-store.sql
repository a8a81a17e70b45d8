-- The store, version 1. The same statements run on PGlite (PostgreSQL 18) and on PostgreSQL 15 and newer.

create extension if not exists pg_trgm with schema public;

-- What has been read. Immutable: another text under the same address is another report.
create table reports (
  seq bigint generated always as identity primary key,
  key text not null unique,
  text_id text not null,
  url text,
  outlet text,
  originator text,
  title text,
  language text not null,
  published date,
  record jsonb not null,
  sha256 text not null,
  config text not null,
  search tsvector not null,
  stored_at timestamptz not null default now()
);
create index reports_url on reports (url, seq) where url is not null;
create index reports_text on reports (text_id);
create index reports_search on reports using gin (search);
create index reports_outlet on reports (outlet, seq);

-- The text-search configurations in use: a search is asked in each of them.
create table text_configs (config text primary key);

create table raw (
  sha256 text primary key,
  bytes bytea not null
);

create table custody (
  id bigint generated always as identity primary key,
  report text not null references reports (key),
  at timestamptz not null default now(),
  origin text not null,
  headers jsonb,
  sha256 text
);
create unique index custody_once on custody (report, origin, (coalesce(sha256, '')));

-- What a version of the coder made of it. A new version adds a coding; the old one stays.
create table coders (
  id text primary key,
  coder jsonb not null
);
create table codings (
  id bigint generated always as identity primary key,
  report text not null references reports (key),
  coder text not null references coders (id),
  header jsonb not null,
  notes jsonb not null,
  events int not null,
  current boolean not null default true,
  coded_at timestamptz not null default now(),
  unique (report, coder)
);
create unique index codings_current on codings (report) where current;

create table places (
  id bigint generated always as identity primary key,
  key text not null unique,
  name text not null,
  kind text not null,
  geonames int,
  country text,
  admin1 text,
  lat double precision,
  lon double precision,
  radius_km double precision not null
);
create index places_point on places using gist (point(lon, lat)) where lat is not null;

create table parties (
  id bigint generated always as identity primary key,
  key text not null unique,
  name text,
  actor_id text,
  country text,
  sector text
);
create index parties_country on parties (country, sector);
create index parties_sector on parties (sector);
create index parties_actor_id on parties (actor_id);
create index parties_lower_name on parties (lower(name));
create index parties_name on parties using gin (name gin_trgm_ops);

-- One row a claim: an event as one report tells it. Narrow, so that counting is fast; the whole event is beside it.
create table events (
  seq bigint generated always as identity primary key,
  id text not null,
  coding bigint not null references codings (id),
  report text not null,
  position int not null,
  current boolean not null default true,
  type text not null,
  modes text[] not null,
  contexts text[] not null,
  day_from date,
  day_to date,
  sort_day date not null,
  precision text,
  country text,
  admin1 text,
  place bigint references places (id),
  actor_country text,
  recipient_country text,
  factuality text not null,
  phase text not null,
  sourced smallint not null,
  denied boolean not null,
  confidence real not null,
  outlet text,
  language text not null,
  published date,
  story text,
  happening text,
  reviewed text not null default 'unreviewed',
  unique (coding, position)
);
create unique index events_id on events (id) where current;
create index events_report on events (report);
create index events_list on events (sort_day desc, seq desc) where current;
create index events_facets on events (day_from, type, country, actor_country, recipient_country, factuality, phase, outlet, reviewed) where current;
create index events_type on events (type, sort_day desc, seq desc) where current;
create index events_country on events (country, sort_day desc, seq desc) where current;
create index events_outlet on events (outlet, sort_day desc, seq desc) where current;
create index events_place on events (place) where current and place is not null;
create index events_modes on events using gin (modes);
create index events_story on events (story, happening) where current and story is not null;
create index events_happening on events (happening) where current and happening is not null;
create index events_review on events (reviewed, seq) where current and reviewed <> 'unreviewed';
create index events_timeline on events (day_from, precision) where current;

create table event_records (
  event bigint primary key references events (seq),
  record jsonb not null
);

create table participants (
  event bigint not null references events (seq),
  role text not null,
  position int not null,
  party bigint not null references parties (id),
  current boolean not null default true,
  primary key (event, role, position)
);
create index participants_party on participants (party, role, event) where current;

-- Who acts on whom, once an event however often the pair occurs in it.
create table dyads (
  event bigint not null references events (seq),
  actor bigint not null references parties (id),
  recipient bigint not null references parties (id),
  current boolean not null default true,
  primary key (event, actor, recipient)
);
create index dyads_pair on dyads (actor, recipient) where current;

-- Unfiltered counts as additions, so that writers never wait for each other; `maintain` adds them up.
create table counts (
  facet text not null,
  value text not null,
  events int not null
);

create table report_links (
  report text primary key references reports (key),
  story text not null,
  copy_of text references reports (key),
  containment real,
  linked_at timestamptz not null default now()
);
create index report_links_story on report_links (story);
create table redirects (
  kind text not null,
  origin text not null,
  target text not null,
  why text not null,
  at timestamptz not null default now(),
  primary key (kind, origin)
);
-- Every state of the links that ever was.
create table link_log (
  id bigint generated always as identity primary key,
  report text not null,
  link jsonb not null,
  at timestamptz not null default now()
);

create table reviews (
  id bigint generated always as identity primary key,
  event text not null,
  field text,
  verdict text not null,
  value jsonb,
  reason text,
  reviewer text not null,
  undoes bigint references reviews (id),
  at timestamptz not null default now()
);
create index reviews_event on reviews (event, id);
create index reviews_reviewer on reviews (reviewer, id);
create unique index reviews_undone_once on reviews (undoes) where undoes is not null;

create table runs (
  id bigint generated always as identity primary key,
  command text not null,
  inputs jsonb not null,
  options jsonb not null,
  counts jsonb not null default '{}',
  started timestamptz not null default now(),
  finished timestamptz
);
create table failures (
  id bigint generated always as identity primary key,
  run bigint not null references runs (id),
  name text not null,
  input text not null,
  code text not null,
  message text not null,
  cure text not null,
  attempts int not null default 1,
  state text not null default 'open',
  at timestamptz not null default now(),
  unique (name, code)
);
create index failures_open on failures (run, id) where state = 'open';

-- What people decided and what was read is appended to, never changed.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or deleted', tg_table_name using errcode = 'KH001';
end
$$;
create trigger reports_immutable before update or delete on reports for each row execute function refuse_change();
create trigger reviews_immutable before update or delete on reviews for each row execute function refuse_change();
create trigger custody_immutable before update or delete on custody for each row execute function refuse_change();
create trigger link_log_immutable before update or delete on link_log for each row execute function refuse_change();
