-- A method kept at a gateway. The token is sealed, and its hash finds the row when the gateway speaks of it.
create table payments.saved_methods (
  organization_id uuid not null references organizations.organizations (id),
  id uuid not null,
  gateway text not null,
  token text,
  token_hash bytea not null,
  kind text not null,
  brand text not null,
  last4 text not null,
  -- the last day on which a card is valid
  expires_on date,
  is_default boolean not null,
  added_by uuid references identity.people (id),
  added_at timestamptz not null,
  removed_at timestamptz,
  -- the expiry that was warned of
  warned_of date,
  primary key (organization_id, id),
  unique (id),
  check (token is not null or removed_at is not null),
  check (not (is_default and removed_at is not null))
);
create unique index saved_methods_token on payments.saved_methods (gateway, token_hash) where removed_at is null;
create unique index saved_methods_default on payments.saved_methods (organization_id) where is_default;
create index saved_methods_expiring on payments.saved_methods (expires_on) where removed_at is null;

-- One try to pay through a gateway. Its id is the idempotency key there.
create table payments.attempts (
  organization_id uuid not null references organizations.organizations (id),
  id uuid not null,
  purpose text not null check (purpose in ('payment', 'automatic', 'save_method')),
  gateway text not null,
  method text not null,
  currency text not null check (length(currency) = 3),
  amount bigint not null check (amount >= 0),
  save boolean not null,
  saved_method_id uuid,
  status text not null check (status in ('created', 'unknown', 'requires_action', 'processing', 'authorized',
    'failed', 'expired', 'canceled', 'succeeded', 'refunded')),
  status_at timestamptz not null,
  failure_class text check (failure_class in ('retry', 'needs_customer', 'never')),
  failure_code text,
  failure_message text,
  refunded bigint not null default 0 check (refunded between 0 and amount),
  gateway_reference text,
  -- what the payer does next, as the gateway said at the start
  next jsonb,
  -- the method in words for the payer, and once it is paid what was paid with: 'Visa •••• 4242'
  paid_with text not null,
  -- money came that is not what was asked for; it lies in payments.unmatched
  other_money_at timestamptz,
  expires_at timestamptz not null,
  started_by uuid references identity.people (id),
  started_at timestamptz not null,
  -- when to ask the gateway again, and how often it was asked since the status was reached
  ask_at timestamptz,
  asked integer not null default 0,
  primary key (organization_id, id),
  unique (id),
  foreign key (organization_id, saved_method_id) references payments.saved_methods (organization_id, id),
  check ((amount = 0) = (purpose = 'save_method')),
  check ((status = 'failed') = (failure_class is not null)),
  check (num_nulls(failure_class, failure_code, failure_message) in (0, 3))
);
create index attempts_latest on payments.attempts (organization_id, id desc);
create index attempts_by_status on payments.attempts (status, id desc);
create index attempts_by_reference on payments.attempts (gateway_reference) where gateway_reference is not null;
create index attempts_to_ask on payments.attempts (ask_at) where ask_at is not null;

-- What an attempt pays. `open` follows the attempt's status: an invoice has at most one attempt that may still take money.
create table payments.attempt_invoices (
  organization_id uuid not null,
  attempt_id uuid not null,
  invoice_id uuid not null,
  amount bigint not null check (amount > 0),
  open boolean not null,
  automatic boolean not null,
  primary key (organization_id, attempt_id, invoice_id),
  foreign key (organization_id, attempt_id) references payments.attempts (organization_id, id),
  foreign key (organization_id, invoice_id) references billing.invoices (organization_id, id)
);
create unique index attempt_invoices_open on payments.attempt_invoices (organization_id, invoice_id) where open;
create unique index attempt_invoices_automatic on payments.attempt_invoices (organization_id, invoice_id) where automatic;
create index attempt_invoices_of on payments.attempt_invoices (organization_id, invoice_id);

-- What gateways have told. An event is worked on once, together with its row here.
create table payments.inbox (
  gateway text not null,
  event_id text not null,
  kind text not null check (kind in ('payment', 'saved_method_updated')),
  attempt_id uuid,
  reference text,
  status text,
  outcome text not null,
  -- SHA-256 of the bytes that came
  body_hash bytea not null,
  received_at timestamptz not null,
  primary key (gateway, event_id)
);
create index inbox_of_attempt on payments.inbox (attempt_id, received_at) where attempt_id is not null;

-- Money that is not what any attempt asked for, until a person has decided about it.
create table payments.unmatched (
  id uuid primary key,
  gateway text not null,
  reference text not null,
  why text not null check (why in ('unknown_attempt', 'other_amount', 'other_currency')),
  organization_id uuid references organizations.organizations (id),
  attempt_id uuid,
  currency text not null,
  amount bigint not null check (amount > 0),
  paid_with text not null,
  received_at timestamptz not null,
  noticed_at timestamptz not null,
  resolution text check (resolution in ('invoice', 'credit', 'returned')),
  resolved_at timestamptz,
  resolved_by uuid references identity.people (id),
  note text,
  unique (gateway, reference),
  foreign key (organization_id, attempt_id) references payments.attempts (organization_id, id),
  check (num_nulls(resolution, resolved_at) in (0, 2))
);
create index unmatched_waiting on payments.unmatched (id desc) where resolution is null;

-- A bank transfer that a client says to have made, until somebody has found it on the bank account or not.
create table payments.transfers (
  organization_id uuid not null references organizations.organizations (id),
  id uuid not null,
  invoice_id uuid not null,
  currency text not null check (length(currency) = 3),
  amount bigint not null check (amount > 0),
  paid_on date not null,
  bank text not null,
  sender text not null,
  -- the bank's reference number or what else proves it
  proof text not null,
  note text not null,
  state text not null check (state in ('reported', 'approved', 'rejected', 'withdrawn')),
  reported_by uuid not null references identity.people (id),
  reported_at timestamptz not null,
  decided_by uuid references identity.people (id),
  decided_at timestamptz,
  received_amount bigint check (received_amount > 0),
  received_on date,
  reason text,
  primary key (organization_id, id),
  unique (id),
  foreign key (organization_id, invoice_id) references billing.invoices (organization_id, id),
  check ((state = 'reported') = (decided_at is null)),
  check ((state = 'approved') = (received_amount is not null) and (state = 'approved') = (received_on is not null)),
  check ((state = 'rejected') = (reason is not null))
);
create unique index transfers_reported on payments.transfers (organization_id, invoice_id) where state = 'reported';
create index transfers_by_state on payments.transfers (state, id desc);
create index transfers_latest on payments.transfers (organization_id, id desc);

-- Money that arrived: one row for each cause and invoice.
create table payments.payments (
  organization_id uuid not null references organizations.organizations (id),
  id uuid not null,
  invoice_id uuid,
  attempt_id uuid,
  transfer_id uuid,
  unmatched_id uuid references payments.unmatched (id),
  recorded_by uuid references identity.people (id),
  currency text not null check (length(currency) = 3),
  amount bigint not null check (amount > 0),
  method text not null,
  gateway text not null,
  -- as it stands on the receipt
  paid_with text not null,
  received_at timestamptz not null,
  recorded_at timestamptz not null,
  note text not null default '',
  taken_back_at timestamptz,
  taken_back_why text,
  primary key (organization_id, id),
  unique (id),
  foreign key (organization_id, invoice_id) references billing.invoices (organization_id, id),
  foreign key (organization_id, attempt_id) references payments.attempts (organization_id, id),
  foreign key (organization_id, transfer_id) references payments.transfers (organization_id, id),
  check (num_nonnulls(attempt_id, transfer_id, unmatched_id, recorded_by) = 1),
  check (num_nulls(taken_back_at, taken_back_why) in (0, 2))
);
create unique index payments_of_attempt on payments.payments (organization_id, attempt_id, invoice_id) where attempt_id is not null;
create unique index payments_of_transfer on payments.payments (organization_id, transfer_id) where transfer_id is not null;
create unique index payments_of_unmatched on payments.payments (unmatched_id) where unmatched_id is not null;
create index payments_of_invoice on payments.payments (organization_id, invoice_id) where invoice_id is not null;
create index payments_latest on payments.payments (id desc);
create index payments_of_organization on payments.payments (organization_id, id desc);

-- Money on its way back to the payer.
create table payments.refunds (
  organization_id uuid not null,
  id uuid not null,
  attempt_id uuid not null,
  amount bigint not null check (amount > 0),
  reason text not null,
  state text not null check (state in ('asked', 'done', 'refused')),
  code text,
  asked_by uuid not null references identity.people (id),
  asked_at timestamptz not null,
  answered_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, attempt_id) references payments.attempts (organization_id, id),
  check ((state = 'asked') = (answered_at is null)),
  check ((state = 'refused') = (code is not null))
);
create unique index refunds_asked on payments.refunds (organization_id, attempt_id) where state <> 'refused';

-- Clients read; what they do to money runs as the system. The token of a saved method is not theirs to read.
select kernel.organization_owned(of::regclass) from unnest(array[
  'payments.attempts', 'payments.attempt_invoices', 'payments.transfers', 'payments.payments', 'payments.refunds'
]) as of;
select kernel.organization_owned('payments.saved_methods',
  'select (organization_id, id, gateway, kind, brand, last4, expires_on, is_default, added_at, removed_at),
   update (is_default, removed_at)');
select kernel.staff_only('payments.inbox');
select kernel.staff_only('payments.unmatched');
