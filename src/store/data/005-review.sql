-- Reviewing, version 5 of the store: adjudication, queues, and reviews that merge and split happenings.

-- `adjudicates`: settles what others said of the event. `queue`: where the reviewer met it; a random sample may be
-- evaluated, the most uncertain may not. `link_run`: what the review changed in the links. `request`: what was sent
-- under one name is written once, however often it is sent.
alter table reviews add column adjudicates boolean not null default false;
alter table reviews add column queue text;
alter table reviews add column link_run bigint references link_runs (id);
alter table reviews add column request text;
create index reviews_request on reviews (reviewer, request) where request is not null;
create index reviews_adjudicated on reviews (event) where adjudicates;

-- What the reviews of an event come to; src/review/standing.ts says the same, and a test holds them together.
create function review_state(asked text) returns text language sql stable as $$
  with all_standing as (
    select r.* from reviews r
    where r.event = asked and r.undoes is null and r.verdict in ('accept', 'reject', 'edit')
      and not exists (select from reviews u where u.undoes = r.id)),
  counted as (
    select * from all_standing
    where adjudicates or not exists (select from all_standing a where a.adjudicates)),
  whole as (select id, verdict from counted where field is null order by id desc limit 1),
  fields as (select distinct on (field) id, verdict from counted where field is not null order by field, id desc)
  select case
    when exists (select from whole w where w.verdict = 'reject'
      and not exists (select from fields f where f.verdict = 'edit' and f.id > w.id)) then 'rejected'
    when exists (select from fields where verdict <> 'accept') or exists (select from whole where verdict = 'edit')
      then 'edited'
    when exists (select from whole where verdict = 'accept') then 'accepted'
    else 'unreviewed' end
$$;

-- How much hangs on an event, for the order of a queue: what kind of act, and how many people it is told to have
-- touched, on a scale of tens. The weights are ours, they order and mean nothing else.
create function impact_of(type text, record jsonb) returns real language sql immutable as $$
  select (case type when 'ASSAULT' then 2 when 'COERCE' then 1 when 'MOBILIZE' then 1 when 'THREATEN' then 1
      when 'SANCTION' then 1 when 'PROTEST' then 1 when 'RETREAT' then 1 when 'CONCEDE' then 1 else 0 end
    + log(1 + coalesce((
      select sum((q ->> 'min')::float8 * case q ->> 'kind' when 'dead' then 10 when 'injured' then 3
        when 'abducted' then 3 when 'missing' then 3 when 'arrested' then 1 when 'displaced' then 0.1
        when 'participants' then 0.01 else 0 end)
      from jsonb_array_elements(record -> 'quantities') q), 0)))::real
$$;
alter table events add column impact real not null default 0;
update events e set impact = impact_of(e.type, d.record) from event_records d where d.event = e.seq;
-- Reviews that judged only one field, and rejections of one field, now count as what they are; so do the kept counts.
with wrong as (
  select seq, reviewed as old, review_state(id) as new from events
  where current and id in (select event from reviews) and reviewed <> review_state(id)),
counted as (
  insert into counts (facet, value, events)
  select 'reviewed', old, -1 from wrong union all select 'reviewed', new, 1 from wrong)
update events e set reviewed = w.new from wrong w where e.seq = w.seq;

-- The queues: nearest to even odds first, most impact first, and a lottery that nobody can steer.
create index events_uncertain on events (abs(confidence - 0.5::real), seq) where current and reviewed = 'unreviewed';
create index events_impact on events (impact desc, seq) where current and reviewed = 'unreviewed';
create index events_lottery on events (md5(id)) where current;
