-- Linking, version 2 of the store: what each report is compared by, and every run with all that it changed.

-- Made from the report and its current coding, once; a new coding makes it anew. `placed` is the coding whose events
-- have been set beside the others.
create table link_material (
  report text primary key references reports (key),
  coding bigint not null references codings (id),
  placed bigint,
  day date not null,
  prints int[] not null,
  terms jsonb not null,
  mentions jsonb not null
);
create index link_material_day on link_material (day, report);
create index link_material_prints on link_material using gin (prints);
create index link_material_waiting on link_material (day, report) where placed is distinct from coding;

create table link_runs (
  id bigint generated always as identity primary key,
  who text not null,
  why text not null,
  undoes bigint references link_runs (id),
  at timestamptz not null default now()
);
create unique index link_runs_undone_once on link_runs (undoes) where undoes is not null;

create table link_changes (
  id bigint generated always as identity primary key,
  run bigint not null references link_runs (id),
  kind text not null,
  subject text not null,
  before jsonb,
  after jsonb,
  why text not null
);
create index link_changes_run on link_changes (run, id);
create index link_changes_subject on link_changes (subject, id);

create trigger link_runs_immutable before update or delete on link_runs for each row execute function refuse_change();
create trigger link_changes_immutable before update or delete on link_changes for each row execute function refuse_change();
