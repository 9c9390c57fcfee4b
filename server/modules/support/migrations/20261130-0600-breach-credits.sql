-- What a client is owed when a promise was not kept: a part of a month's price of the service that the ticket is about.
alter table support.policies
  add column credit_percent integer check (credit_percent between 1 and 100),
  -- which promises it is owed for
  add column credit_goals text[] check (credit_goals <@ array['first', 'next', 'resolution'] and cardinality(credit_goals) > 0),
  add check ((credit_percent is null) = (credit_goals is null));

-- Drafted by itself and given by staff. Tickets may move between organizations, so they are named by their id alone; the credit stays
-- with whom the promise was made to.
create table support.breach_credits (
  id uuid not null unique,
  organization_id uuid not null references organizations.organizations (id),
  ticket_id uuid not null,
  policy_id uuid not null,
  policy_version integer not null,
  goal text not null check (goal in ('first', 'next', 'resolution')),
  due_at timestamptz not null,
  service_id uuid not null,
  currency text not null,
  -- minor units: the price of a month, and the part of it
  month bigint not null check (month > 0),
  percent integer not null check (percent between 1 and 100),
  amount bigint not null check (amount > 0),
  state text not null default 'drafted' check (state in ('drafted', 'given', 'dismissed')),
  drafted_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid references identity.people (id),
  -- what the client read, or why there is none
  reason text check (length(reason) between 1 and 300),
  check ((state = 'drafted') = (decided_at is null) and (state = 'drafted') = (decided_by is null) and (state = 'drafted') = (reason is null)),
  foreign key (policy_id, policy_version) references support.policies (id, version),
  foreign key (organization_id, service_id) references services.services (organization_id, id),
  -- once for a ticket by each policy, however many of its promises were missed
  unique (ticket_id, policy_id),
  primary key (organization_id, id)
);
create index breach_credits_by_state on support.breach_credits (state, id desc);

select kernel.staff_only('support.breach_credits');
