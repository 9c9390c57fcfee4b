-- Tax that the buyer pays to the tax office out of what it owes here: income tax (PPh 23), and value added tax where it collects that
-- itself. It settles the invoice and is owed to us by the tax office, once the buyer has proved it with a slip (bukti potong).
create table billing.withholdings (
  organization_id uuid not null,
  id uuid not null,
  invoice_id uuid not null,
  kind text not null check (kind in ('income', 'vat')),
  state text not null check (state in ('awaiting', 'submitted', 'proven', 'reopened')),
  currency text not null check (length(currency) = 3),
  base bigint not null check (base > 0),
  -- of the base; null where the sum is the invoice's tax
  percent numeric(6, 3),
  amount bigint not null check (amount > 0),
  -- null: staff
  declared_by uuid references identity.people (id),
  declared_at timestamptz not null,
  slip_due_on date not null,
  slip_number text check (length(slip_number) between 1 and 60),
  slip_on date,
  slip_amount bigint check (slip_amount > 0),
  slip_file uuid,
  slip_file_name text check (length(slip_file_name) <= 200),
  slip_file_type text,
  submitted_at timestamptz,
  -- the last time it was refused, and why
  refused_because text,
  decided_at timestamptz,
  decided_by uuid references identity.people (id),
  reminders integer not null default 0,
  reminded_on date,
  version integer not null default 1,
  primary key (organization_id, id),
  unique (id),
  foreign key (organization_id, invoice_id) references billing.invoices (organization_id, id),
  check (state not in ('submitted', 'proven') or num_nulls(slip_number, slip_on, slip_amount, submitted_at) = 0)
);
create unique index withholdings_live on billing.withholdings (organization_id, invoice_id, kind) where state <> 'reopened';
create index withholdings_without_proof on billing.withholdings (slip_due_on, id) where state in ('awaiting', 'submitted');
select kernel.organization_owned('billing.withholdings');

-- With neither receipt nor withholding it was credit.
alter table billing.allocations
  add column withholding_id uuid,
  add foreign key (organization_id, withholding_id) references billing.withholdings (organization_id, id),
  add check (num_nonnulls(receipt_id, withholding_id) <= 1);
