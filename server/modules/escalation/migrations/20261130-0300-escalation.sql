-- Who is to be reached when, in turns. `people` take turns from `begins_on`, and hand over at an hour of the rota's own zone.
create table escalation.rotas (
  id uuid primary key,
  name text not null check (length(name) between 1 and 80),
  zone text not null,
  turn text not null check (turn in ('day', 'week')),
  handover text not null check (handover ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  begins_on date not null,
  people uuid[] not null check (cardinality(people) between 1 and 50),
  version integer not null default 1
);

-- Somebody stands in for whoever would have been on call, from one day up to and with another.
create table escalation.swaps (
  rota_id uuid not null references escalation.rotas (id) on delete cascade,
  id uuid not null,
  from_on date not null,
  until_on date not null check (until_on >= from_on),
  person_id uuid not null references identity.people (id),
  primary key (rota_id, id)
);

-- Whom each level reaches, how, and how long it waits before the next one is asked.
create table escalation.levels (
  level smallint primary key check (level between 0 and 3),
  audience text[] not null,
  people uuid[] not null default '{}' check (cardinality(people) <= 20),
  rota_id uuid references escalation.rotas (id),
  channels text[] not null check (cardinality(channels) between 1 and 2),
  -- null: nobody has to acknowledge
  ack_minutes integer check (ack_minutes between 5 and 10080),
  -- null: around the clock; else minutes are of its hours, and outside of them nobody is told
  calendar_id uuid references support.calendars (id),
  -- of the last level: how often it is told again before that ends
  repeats smallint not null default 0 check (repeats between 0 and 10),
  version integer not null default 1,
  check (cardinality(audience) + cardinality(people) > 0 or rota_id is not null),
  check (level = 3 or repeats = 0)
);
insert into escalation.levels (level, audience, channels, ack_minutes, repeats) values
  (0, '{assignee}', '{in_app}', 30, 0),
  (1, '{support}', '{in_app,email}', 60, 0),
  (2, '{administrators}', '{in_app,email}', 60, 0),
  (3, '{administrators}', '{in_app,email}', 120, 3);

-- When tickets are raised by themselves.
create table escalation.rules (
  id uuid primary key,
  title text not null check (length(title) between 1 and 100),
  position integer not null,
  active boolean not null,
  -- what came due before is left alone: a new rule does not wake everybody
  since timestamptz not null,
  conditions jsonb not null,
  age_minutes integer check (age_minutes between 5 and 525600),
  goal text check (goal in ('any', 'first', 'next', 'resolution')),
  -- minutes to when it is due, before it when negative
  goal_offset integer check (goal_offset between -43200 and 43200),
  reopenings integer check (reopenings between 1 and 100),
  level smallint not null references escalation.levels (level),
  way text not null check (way in ('functional', 'hierarchical')),
  acts jsonb not null,
  version integer not null default 1,
  check ((goal is null) = (goal_offset is null))
);

-- Each time a settled ticket was opened again. Tickets may move between organizations, so they are named by their id alone.
create table escalation.reopenings (
  ticket_id uuid not null,
  fact_id uuid not null,
  reopened_at timestamptz not null,
  primary key (ticket_id, fact_id)
);
insert into escalation.reopenings (ticket_id, fact_id, reopened_at)
  select e.subject_id::uuid, e.id, e.happened_at from kernel.events e
  where e.name = 'support.status-changed' and e.data ->> 'from' in ('resolved', 'closed', 'spam')
    and e.data ->> 'to' not in ('resolved', 'closed', 'spam', 'merged');

-- A ticket that was raised, by a rule or by hand.
create table escalation.escalations (
  id uuid primary key,
  ticket_id uuid not null,
  rule_id uuid references escalation.rules (id) on delete set null,
  -- as the rule was called; null by hand
  rule_title text,
  -- what the rule fired for: the clock, or the time since it was opened. So it fires once for each.
  occasion text,
  clock_policy uuid,
  clock_goal text,
  clock_started timestamptz,
  way text not null check (way in ('functional', 'hierarchical')),
  raised_by uuid references identity.people (id),
  reason text check (length(reason) between 1 and 1000),
  -- as the ticket was then
  queue text not null,
  product text,
  level smallint not null check (level between 0 and 3),
  highest smallint not null check (highest between 0 and 3),
  state text not null check (state in ('fired', 'acknowledged', 'cleared')),
  fired_at timestamptz not null,
  repeated smallint not null default 0,
  -- when its people are to be told; null when they were
  tell_at timestamptz,
  -- by when somebody has to acknowledge; null when nobody has to
  ack_due_at timestamptz,
  -- when the last level had been told for the last time and nobody had acknowledged
  exhausted_at timestamptz,
  acknowledged_by uuid references identity.people (id),
  acknowledged_at timestamptz,
  cleared_at timestamptz,
  ended text check (ended in ('settled', 'over', 'taken_back')),
  -- why what the rule changes of the ticket could not be done
  problem text,
  unique (rule_id, ticket_id, occasion),
  check ((reason is null) = (raised_by is null)),
  check ((rule_title is null) = (raised_by is not null)),
  check ((state = 'cleared') = (ended is not null)),
  check ((ended is null) = (cleared_at is null)),
  check (state = 'fired' or tell_at is null and ack_due_at is null)
);
create index escalations_of_ticket on escalation.escalations (ticket_id, fired_at desc, id desc);
create index escalations_latest on escalation.escalations (fired_at desc, id desc);
create index escalations_open on escalation.escalations (fired_at desc, id desc) where state <> 'cleared';
create index escalations_to_tell on escalation.escalations (tell_at) where tell_at is not null;
create index escalations_to_raise on escalation.escalations (ack_due_at) where ack_due_at is not null;

-- All that became of it.
create table escalation.steps (
  escalation_id uuid not null references escalation.escalations (id) on delete cascade,
  number integer not null,
  happened_at timestamptz not null,
  what text not null check (what in ('fired', 'told', 'raised', 'repeated', 'exhausted', 'acknowledged', 'cleared')),
  level smallint not null,
  by_id uuid references identity.people (id),
  people uuid[] not null default '{}',
  note text check (length(note) between 1 and 1000),
  primary key (escalation_id, number)
);

select kernel.staff_only('escalation.rotas');
select kernel.staff_only('escalation.swaps');
select kernel.staff_only('escalation.levels');
select kernel.staff_only('escalation.rules');
select kernel.staff_only('escalation.reopenings');
select kernel.staff_only('escalation.escalations');
select kernel.staff_only('escalation.steps');
