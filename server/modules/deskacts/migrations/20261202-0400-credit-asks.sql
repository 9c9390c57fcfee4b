-- Credit above what somebody may give in a day, until somebody decides who may. Tickets may move between organizations, so they are named by
-- their id alone; the credit is for whom it was asked for.
create table deskacts.credit_asks (
  id uuid not null unique,
  organization_id uuid not null references organizations.organizations (id),
  ticket_id uuid not null,
  currency text not null,
  -- minor units
  amount bigint not null check (amount > 0),
  -- the client reads it when it is given
  reason text not null check (length(reason) between 1 and 300),
  state text not null default 'waiting' check (state in ('waiting', 'given', 'declined', 'withdrawn')),
  asked_by uuid not null references identity.people (id),
  asked_at timestamptz not null,
  decided_by uuid references identity.people (id),
  decided_at timestamptz,
  -- why not, for who asked
  note text check (length(note) between 1 and 300),
  check ((state = 'waiting') = (decided_at is null) and (decided_at is null) = (decided_by is null)),
  check ((state = 'declined') = (note is not null)),
  primary key (organization_id, id)
);
-- One thing waits at a time.
create unique index credit_asks_waiting on deskacts.credit_asks (ticket_id) where state = 'waiting';
create index credit_asks_by_state on deskacts.credit_asks (state, id desc);
select kernel.staff_only('deskacts.credit_asks');
