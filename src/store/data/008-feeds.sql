-- Feeds that a desk watches, version 8 of the store.

create table feeds (
  id bigint generated always as identity primary key,
  url text not null unique,
  owner text not null,
  minutes int not null check (minutes > 0),
  created timestamptz not null default now(),
  asked timestamptz,
  run bigint references runs (id)
);

-- What is known of each address that a feed named: what was fetched once is not fetched again.
create table feed_pages (
  feed bigint not null references feeds (id) on delete cascade,
  url text not null,
  entry jsonb not null,
  primary key (feed, url)
);
