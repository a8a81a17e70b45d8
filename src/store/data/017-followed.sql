-- Alerts are followed by what becomes of them, and receivers that are gone are left alone: version 16 of the store.

-- What a webhook was told of an event. `delivery` is under way with the mark `telling`; `told` is the mark of what the
-- receiver took last, null if nothing yet. `fresh`: something may have happened while the delivery was under way. `review`
-- and `coding` are the newest that were looked at.
create table alerts (
  webhook text not null references webhooks (id) on delete cascade,
  event text not null,
  report text not null,
  told text,
  telling text,
  delivery text,
  fresh boolean not null default false,
  review bigint not null default 0,
  coding bigint not null default 0,
  primary key (webhook, event)
);
create index alerts_report on alerts (webhook, report);
create index alerts_delivery on alerts (delivery) where delivery is not null;
create index alerts_fresh on alerts (webhook) where fresh;

-- The last review and the last coding that were looked at; since when nothing was taken; when it was given up.
alter table webhooks add column reviewed bigint not null default 0;
alter table webhooks add column coded bigint not null default 0;
alter table webhooks add column failing timestamptz;
alter table webhooks add column off timestamptz;
update webhooks set reviewed = (select coalesce(max(id), 0) from reviews), coded = (select coalesce(max(id), 0) from codings);

-- What is done is cleared by its age.
create index deliveries_done on deliveries (created) where state <> 'waiting';
