-- One question for each ticket: how the help was. Tickets may move between organizations, so they are named by their id alone.
create table feedback.ratings (
  id uuid primary key,
  ticket_id uuid not null unique references support.tickets (id),
  -- who asked for help, and is asked how it was
  person_id uuid not null references identity.people (id),
  -- where the ticket was and who looked after it when it was closed
  queue text not null references support.queues (name),
  agent_id uuid references identity.people (id),
  closed_at timestamptz not null,
  due_at timestamptz not null,
  state text not null check (state in ('planned', 'skipped', 'asked', 'answered')),
  skipped_because text,
  asked_at timestamptz,
  -- null where nobody is reminded, or was already
  remind_at timestamptz,
  expires_at timestamptz,
  -- SHA-256 of the tokens in the mails: of the question, and of its reminder
  token_hash bytea unique,
  reminder_hash bytea unique,
  score smallint check (score between 1 and 5),
  comment text check (length(comment) between 1 and 2000),
  answered_at timestamptz,
  changed_at timestamptz,
  follow_up text check (follow_up in ('open', 'taken', 'done')),
  follow_up_at timestamptz,
  taken_by uuid references identity.people (id),
  taken_at timestamptz,
  done_by uuid references identity.people (id),
  done_at timestamptz,
  -- what staff did about it
  outcome text check (length(outcome) between 1 and 2000),
  check ((state = 'skipped') = (skipped_because is not null)),
  check ((state in ('asked', 'answered')) = (asked_at is not null)),
  check ((asked_at is null) = (expires_at is null)),
  check ((asked_at is null) = (token_hash is null)),
  check ((state = 'answered') = (score is not null)),
  check ((score is null) = (answered_at is null)),
  check ((score is null) = (changed_at is null)),
  check (comment is null or score is not null),
  check (follow_up is null or score is not null),
  check ((follow_up is null) = (follow_up_at is null)),
  check ((follow_up in ('taken', 'done')) is not true or taken_by is not null),
  check ((follow_up = 'done') is not true or num_nonnulls(done_by, done_at, outcome) = 3)
);
create index ratings_due on feedback.ratings (due_at) where state = 'planned';
create index ratings_to_remind on feedback.ratings (remind_at) where state = 'asked' and remind_at is not null;
create index ratings_of_person on feedback.ratings (person_id, asked_at) where asked_at is not null;
create index ratings_asked on feedback.ratings (asked_at) where asked_at is not null;
create index ratings_answered on feedback.ratings (answered_at desc, id desc) where score is not null;
create index ratings_to_follow_up on feedback.ratings (follow_up_at) where follow_up in ('open', 'taken');
create index ratings_without_follow_up on feedback.ratings (changed_at) where score is not null and follow_up is null;

select kernel.staff_only('feedback.ratings');
