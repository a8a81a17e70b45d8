-- What reviewers left, version 13 of the store. Rows of `events`, `participants` and `dyads` hold the values that people
-- left, so that lists, filters and counts agree; what the coder wrote of an event that they changed is kept here, under the
-- event's own number. A column that a later version adds to those tables it adds here too.

-- The review that made an event of a part of another one; no coder wrote it. A backup puts events back before reviews.
alter table events add column by_hand bigint;
create index events_by_hand on events (coding) where by_hand is not null;
create index reviews_divide on reviews (event, id) where verdict = 'divide';

create table coded_events (like events);
alter table coded_events add primary key (seq);
create table coded_participants (like participants);
alter table coded_participants add primary key (event, role, position);
create index coded_participants_party on coded_participants (party, role);
create table coded_dyads (like dyads);
alter table coded_dyads add primary key (event, actor, recipient);

-- Until here all rows are as the coder wrote them; the program then puts in what reviewers left.
insert into coded_events select * from events where reviewed = 'edited';
insert into coded_participants select * from participants where event in (select seq from coded_events);
insert into coded_dyads select * from dyads where event in (select seq from coded_events);
