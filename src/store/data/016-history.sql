-- What judged events were at every instant, version 15 of the store, so that a filter with an instant finds what reviewers
-- had left by then. A row a stretch of time: `since` until before `until`. It is made of the record and the log of reviews
-- and can be made again of them at any time. Events that nobody ever judged have none: they are as they were coded.
create table event_history (
  seq bigint not null,
  since timestamptz not null,
  until timestamptz not null,
  -- Values as they were left, as they were coded, or both in one row where they are the same.
  shows text not null,
  reviewed text not null,
  id text not null,
  coding bigint not null,
  report text not null,
  position int not null,
  type text not null,
  modes text[] not null,
  contexts text[] not null,
  day_from date,
  day_to date,
  sort_day date not null,
  precision text,
  country text,
  admin1 text,
  place bigint,
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
  -- Numbers of parties, in their order in the event.
  actors bigint[] not null,
  recipients bigint[] not null,
  sources bigint[] not null,
  primary key (seq, since, shows)
);

-- Codings that a newer one took the place of: an instant may lie before it.
create index codings_old on codings (report, id) where not current;
