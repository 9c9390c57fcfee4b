-- A client does not agree with an invoice, or with lines of it. While staff look at it, within a limit, nobody is chased.
create table billing.contests (
  organization_id uuid not null,
  id uuid not null,
  invoice_id uuid not null,
  reason text not null check (reason in
    ('not_ordered', 'wrong_amount', 'not_delivered', 'poor_service', 'duplicate', 'canceled', 'other')),
  -- of the lines it is about; none: the whole invoice
  positions integer[] not null,
  message text not null check (length(message) between 1 and 4000),
  state text not null default 'open' check (state in ('open', 'upheld', 'rejected', 'withdrawn')),
  opened_by uuid not null references identity.people (id),
  opened_at timestamptz not null,
  -- the end of what collection waits for; null once it is over
  holds_until timestamptz,
  decided_by uuid references identity.people (id),
  decided_at timestamptz,
  -- what the client reads
  answer text not null default '',
  credit_note_id uuid,
  primary key (organization_id, id),
  unique (id),
  foreign key (organization_id, invoice_id) references billing.invoices (organization_id, id),
  foreign key (organization_id, credit_note_id) references billing.credit_notes (organization_id, id),
  check ((state = 'open') = (decided_at is null)),
  check (state = 'open' or holds_until is null),
  check ((credit_note_id is not null) <= (state = 'upheld'))
);
create unique index contests_open on billing.contests (organization_id, invoice_id) where state = 'open';
create index contests_of_invoice on billing.contests (organization_id, invoice_id, id);
create index contests_by_time on billing.contests (organization_id, opened_at);
create index contests_latest on billing.contests (id desc);
create index contests_waiting on billing.contests (opened_at, id) where state = 'open';
create index contests_holding on billing.contests (holds_until) where holds_until is not null;
select kernel.organization_owned('billing.contests');
