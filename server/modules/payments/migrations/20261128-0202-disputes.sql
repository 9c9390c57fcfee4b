-- Payments that their payers dispute at the bank. What is known comes from the gateway, and is joined (domain/dispute.ts).
create table payments.disputes (
  organization_id uuid not null,
  id uuid not null,
  attempt_id uuid not null,
  -- null: the gateway has told of the dispute before we heard of the money
  payment_id uuid,
  gateway text not null,
  -- its name for the dispute
  reference text not null check (length(reference) between 1 and 255),
  currency text not null check (length(currency) = 3),
  amount bigint not null check (amount > 0),
  reason text not null check (reason in
    ('fraudulent', 'unrecognized', 'not_received', 'not_as_described', 'duplicate', 'canceled', 'credit_not_processed', 'other')),
  code text not null,
  state text not null check (state in
    ('inquiry', 'warning_closed', 'needs_response', 'under_review', 'accepted', 'won', 'lost')),
  state_at timestamptz not null,
  due_at timestamptz,
  -- all so far
  withdrawn bigint not null check (withdrawn between 0 and amount),
  returned bigint not null check (returned between 0 and withdrawn),
  fee bigint not null check (fee >= 0),
  heard_at timestamptz not null,
  -- when its gateway is asked about it next
  ask_at timestamptz,
  -- the fewest days before the deadline of which staff were told
  warned_days integer,
  -- what follows from losing it was done
  lost_at timestamptz,
  submitted_at timestamptz,
  submitted_by uuid references identity.people (id),
  accepted_by uuid references identity.people (id),
  primary key (organization_id, id),
  unique (id),
  unique (gateway, reference),
  foreign key (organization_id, attempt_id) references payments.attempts (organization_id, id),
  foreign key (organization_id, payment_id) references payments.payments (organization_id, id)
);
create index disputes_of_attempt on payments.disputes (organization_id, attempt_id);
create index disputes_of_payment on payments.disputes (organization_id, payment_id);
create index disputes_latest on payments.disputes (id desc);
create index disputes_due on payments.disputes (due_at, id) where state in ('inquiry', 'needs_response');
create index disputes_to_ask on payments.disputes (ask_at) where ask_at is not null;
select kernel.organization_owned('payments.disputes');

-- What became known of a dispute and when, for people who read back.
create table payments.dispute_news (
  organization_id uuid not null,
  id uuid not null,
  dispute_id uuid not null,
  heard_at timestamptz not null,
  at timestamptz not null,
  state text not null,
  withdrawn bigint not null,
  returned bigint not null,
  fee bigint not null,
  primary key (organization_id, id),
  foreign key (organization_id, dispute_id) references payments.disputes (organization_id, id)
);
create index dispute_news_of on payments.dispute_news (organization_id, dispute_id, id);
select kernel.staff_only('payments.dispute_news');

-- The payer confirmed it at the bank (3-D Secure), as far as the gateway says so.
alter table payments.attempts add column authenticated boolean not null default false;

alter table payments.saved_methods
  -- the payment that brought it here
  add column attempt_id uuid;

alter table payments.inbox drop constraint inbox_kind_check,
  add constraint inbox_kind_check check (kind in ('payment', 'refund', 'saved_method_updated', 'dispute'));
