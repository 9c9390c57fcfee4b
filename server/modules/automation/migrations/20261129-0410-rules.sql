-- What is done to tickets by itself: at a moment of theirs, or after some hours of silence.
create table automation.rules (
  id uuid primary key,
  title text not null check (length(title) between 1 and 100),
  position integer not null,
  active boolean not null,
  moment text not null check (moment in ('opened', 'client_answered', 'staff_answered', 'status_changed', 'changed', 'silent')),
  hours integer check (hours between 1 and 8760),
  conditions jsonb not null,
  acts jsonb not null,
  -- in whose name it writes notes; null for what came with the product
  saved_by uuid references identity.people (id),
  version integer not null default 1,
  check ((moment = 'silent') = (hours is not null))
);
create index rules_in_force on automation.rules (moment, position, id) where active;

-- Each time a rule did something, or could not. Tickets may move between organizations, so they are named by their id alone.
create table automation.runs (
  id uuid primary key,
  rule_id uuid not null references automation.rules (id) on delete cascade,
  ticket_id uuid not null,
  -- what it ran for: a fact, or the silence since a message. So it runs once for each.
  occurrence text not null,
  -- how many rules before it led to this one
  depth smallint not null,
  acts jsonb not null,
  problem text,
  ran_at timestamptz not null,
  unique (rule_id, ticket_id, occurrence)
);
create index runs_recent on automation.runs (rule_id, ran_at desc, id desc);
create index runs_old on automation.runs (ran_at);

select kernel.staff_only('automation.rules');
select kernel.staff_only('automation.runs');

-- Nobody's ticket is closed without a word before: a little earlier than the usual fourteen days.
insert into automation.rules (id, title, position, active, moment, hours, conditions, acts) values (
  '01936e00-0000-7000-8000-000000000001', 'Ingatkan sebelum ditutup / Warn before closing', 100, true, 'silent', 288,
  '{"match": "all", "tests": [{"of": "status", "is": true, "values": ["resolved"]}]}',
  '{"addTags": [], "removeTags": [], "notify": [], "tell": {
    "id": "Tiket ini kami anggap selesai dan segera kami tutup. Masih ada yang belum beres? Balas saja, dan tiketnya terbuka lagi.",
    "en": "We believe that this ticket is solved and will close it soon. Is something still open? Just reply, and it opens again."}}'
);
