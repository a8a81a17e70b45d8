-- Who may use the store and what they did there; saved searches and who is told of what they find. Version 4.

create table users (
  name text primary key,
  role text not null,
  password text not null,
  created timestamptz not null default now(),
  removed timestamptz
);

-- Sessions and tokens are known by the SHA-256 of what their holder shows: the store cannot give them away.
create table sessions (
  hash text primary key,
  account text not null references users (name),
  created timestamptz not null default now(),
  expires timestamptz not null
);
create index sessions_account on sessions (account);
create table tokens (
  id bigint generated always as identity primary key,
  hash text not null unique,
  account text not null references users (name),
  label text not null,
  role text not null,
  created timestamptz not null default now(),
  expires timestamptz,
  used timestamptz,
  revoked timestamptz
);

create table audit_log (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  who text not null,
  action text not null,
  subject text,
  details jsonb
);
create index audit_log_action on audit_log (action, id);
create trigger audit_log_immutable before update or delete on audit_log for each row execute function refuse_change();

create table searches (
  id text primary key,
  name text not null,
  owner text not null,
  filter jsonb not null,
  created timestamptz not null default now()
);

-- `position` is the last event looked at. A writer that commits late may still add one before it, so that the events
-- of a stretch before it are looked at again and those that were told are kept for as long.
create table webhooks (
  id text primary key,
  search text not null references searches (id) on delete cascade,
  url text not null,
  secret text not null,
  owner text not null,
  position bigint not null,
  created timestamptz not null default now()
);
create index webhooks_search on webhooks (search);
create table webhook_events (
  webhook text not null references webhooks (id) on delete cascade,
  event bigint not null,
  primary key (webhook, event)
);
create table deliveries (
  id text primary key,
  webhook text not null references webhooks (id) on delete cascade,
  body jsonb not null,
  state text not null default 'waiting',
  attempts int not null default 0,
  due timestamptz not null default now(),
  answer text,
  created timestamptz not null default now()
);
create index deliveries_due on deliveries (due) where state = 'waiting';
create index deliveries_webhook on deliveries (webhook, created);
