-- How a queue gives its tickets out. A queue that is not here is given out by hand.
create table assignment.queues (
  queue text primary key references support.queues (name),
  way text not null check (way in ('hand', 'round_robin', 'least_loaded')),
  -- what whoever gets a ticket must know, besides what the ticket itself asks for
  skills text[] not null,
  match_language boolean not null,
  match_tags boolean not null,
  overflow_to text references support.queues (name),
  overflow_minutes integer check (overflow_minutes between 1 and 10080),
  version integer not null,
  check ((overflow_to is null) = (overflow_minutes is null)),
  check (overflow_to <> queue)
);

-- Who belongs to a queue; without anybody it is the whole support team.
create table assignment.members (
  queue text not null references assignment.queues (queue),
  person_id uuid not null references identity.people (id),
  primary key (queue, person_id)
);
create index members_of_person on assignment.members (person_id);

-- Counts up with every ticket that is given: who has the lowest number has waited longest.
create sequence assignment.turns;
grant usage on sequence assignment.turns to clientarea_system;

create table assignment.agents (
  person_id uuid primary key references identity.people (id),
  capacity integer not null default 10 check (capacity between 0 and 500),
  skills text[] not null default '{}',
  -- null: always on duty
  calendar_id uuid references support.calendars (id),
  away boolean not null default false,
  away_until timestamptz,
  turn bigint not null default 0,
  version integer not null default 0,
  check (away or away_until is null)
);

-- Since when a ticket waits in its queue for somebody, and which queues passed it on before. Tickets may move between organizations, so
-- they are named by their id alone.
create table assignment.waiting (
  ticket_id uuid primary key,
  queue text not null references assignment.queues (queue),
  since timestamptz not null,
  passed_by text[] not null default '{}'
);
create index waiting_in_queue on assignment.waiting (queue, since);

-- What was done by itself, and why.
create table assignment.decisions (
  id uuid primary key,
  ticket_id uuid not null,
  kind text not null check (kind in ('given', 'passed_on', 'taken_back')),
  queue text not null,
  to_queue text,
  person_id uuid references identity.people (id),
  way text,
  -- everybody who was considered, with what they had and why not
  considered jsonb not null,
  made_at timestamptz not null
);
create index decisions_of_ticket on assignment.decisions (ticket_id, made_at desc, id desc);
create index decisions_old on assignment.decisions (made_at);

select kernel.staff_only('assignment.queues');
select kernel.staff_only('assignment.members');
select kernel.staff_only('assignment.agents');
select kernel.staff_only('assignment.waiting');
select kernel.staff_only('assignment.decisions');
