-- The last number given in each series. Whoever gives the next ones locks the row; writers of documents never do.
create table billing.series (
  kind text not null check (kind in ('invoice', 'receipt')),
  year integer not null,
  last bigint not null check (last >= 0),
  primary key (kind, year)
);
select kernel.staff_only('billing.series');

create table billing.invoices (
  organization_id uuid not null references organizations.organizations (id),
  id uuid not null,
  kind text not null check (kind in ('order', 'renewal', 'manual')),
  -- orders are a higher floor, so this points nowhere the database knows
  order_id uuid,
  document text not null check (document in ('draft', 'issued', 'void')),
  settlement text not null check (settlement in ('unpaid', 'partially_paid', 'paid', 'overpaid', 'written_off')),
  collection text not null default 'none'
    check (collection in ('none', 'reminded', 'in_dunning', 'disputed', 'collections')),
  -- given by the numbering step, after the invoice was issued
  year integer,
  sequence bigint check (sequence > 0),
  number text,
  -- days in the organization's zone at the time
  issued_on date not null,
  due_on date not null,
  overdue_since date,
  currency text not null check (length(currency) = 3),
  subtotal bigint not null,
  tax bigint not null,
  total bigint not null check (total >= 0 and total = subtotal + tax),
  paid bigint not null default 0 check (paid between 0 and total),
  -- [{"label": {"id", "en"}, "base", "tax"}], minor units
  taxes jsonb not null,
  -- both parties as they were when it was issued: {"name", "address", "taxId", "email"}
  seller jsonb not null,
  buyer jsonb not null,
  -- the first line, for lists, and how many there are besides
  title jsonb not null,
  more integer not null check (more >= 0),
  notes text not null default '' check (length(notes) <= 2000),
  -- somebody is looking at a payment for it that has been reported but not confirmed
  payment_pending boolean not null default false,
  issued_at timestamptz not null,
  paid_at timestamptz,
  voided_at timestamptz,
  void_reason text,
  version integer not null default 1,
  -- what people call its state
  status text not null generated always as (
    case
      when document <> 'issued' then document
      when settlement in ('paid', 'overpaid') then 'paid'
      when settlement = 'written_off' then settlement
      when payment_pending then 'pending'
      when overdue_since is not null then 'overdue'
      else 'due'
    end
  ) stored,

  primary key (organization_id, id),
  unique (id),
  unique (year, sequence),
  check (num_nulls(year, sequence, number) in (0, 3)),
  check (due_on >= issued_on),
  check (settlement = 'written_off'
    or settlement = case when paid = total then 'paid' when paid = 0 then 'unpaid' else 'partially_paid' end),
  check ((document = 'void') = (voided_at is not null) and (document <> 'void' or paid = 0))
);
create index invoices_by_date on billing.invoices (organization_id, issued_on desc, id desc);
create index invoices_latest on billing.invoices (issued_on desc, id desc);
create index invoices_open on billing.invoices (organization_id, due_on, id) include (currency, total, paid, status)
  where status in ('due', 'overdue', 'pending');
create index invoices_open_by_due on billing.invoices (due_on, organization_id, id) where status in ('due', 'overdue', 'pending');
create index invoices_to_number on billing.invoices (issued_on, id) where number is null and document <> 'draft';

create table billing.invoice_lines (
  organization_id uuid not null,
  invoice_id uuid not null,
  position integer not null check (position > 0),
  service_id uuid,
  description jsonb not null check (jsonb_typeof(description -> 'id') = 'string' and jsonb_typeof(description -> 'en') = 'string'),
  -- `period_to` is the first day after it
  period_from date,
  period_to date check (period_to > period_from),
  quantity integer not null check (quantity >= 0),
  unit_price bigint not null,
  taxable boolean not null,
  -- without tax, and its part of the invoice's tax
  net bigint not null,
  tax bigint not null,
  primary key (organization_id, invoice_id, position),
  foreign key (organization_id, invoice_id) references billing.invoices (organization_id, id),
  foreign key (organization_id, service_id) references services.services (organization_id, id),
  check ((period_from is null) = (period_to is null))
);
create index invoice_lines_of_service on billing.invoice_lines (organization_id, service_id) where service_id is not null;

-- Money that was received: one receipt for each payment, whatever it paid for.
create table billing.receipts (
  organization_id uuid not null references organizations.organizations (id),
  id uuid not null,
  -- payments are a higher floor
  payment_id uuid not null,
  invoice_id uuid,
  year integer,
  sequence bigint check (sequence > 0),
  number text,
  received_on date not null,
  received_at timestamptz not null,
  currency text not null check (length(currency) = 3),
  amount bigint not null check (amount > 0),
  method text not null,
  gateway text not null,
  -- both parties as they were: the seller with "place" and "signer" {"name", "role"}
  seller jsonb not null,
  payer jsonb not null,
  recorded_at timestamptz not null,
  reversed_at timestamptz,
  reverse_reason text,
  primary key (organization_id, id),
  unique (organization_id, payment_id),
  unique (id),
  unique (year, sequence),
  foreign key (organization_id, invoice_id) references billing.invoices (organization_id, id),
  check (num_nulls(year, sequence, number) in (0, 3))
);
create index receipts_of_invoice on billing.receipts (organization_id, invoice_id) where invoice_id is not null;
create index receipts_to_number on billing.receipts (received_on, id) where number is null;

-- What paid what. Without a receipt it was credit. Released: taken off the invoice again.
create table billing.allocations (
  organization_id uuid not null,
  id uuid not null,
  invoice_id uuid not null,
  receipt_id uuid,
  amount bigint not null check (amount > 0),
  allocated_at timestamptz not null,
  released_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, invoice_id) references billing.invoices (organization_id, id),
  foreign key (organization_id, receipt_id) references billing.receipts (organization_id, id)
);
create index allocations_of_invoice on billing.allocations (organization_id, invoice_id);
create index allocations_of_receipt on billing.allocations (organization_id, receipt_id) where receipt_id is not null;

-- The head of an organization's ledger in one currency. Its row makes writers of one organization take turns, so that entries
-- are counted without gaps and each knows the balances after it.
create table billing.balances (
  organization_id uuid not null references organizations.organizations (id),
  currency text not null check (length(currency) = 3),
  receivable bigint not null check (receivable >= 0),
  credit bigint not null check (credit >= 0),
  entries bigint not null,
  booked_on date not null,
  primary key (organization_id, currency)
);

create table billing.entries (
  organization_id uuid not null,
  currency text not null,
  sequence bigint not null,
  kind text not null check (kind in
    ('invoice_issued', 'invoice_voided', 'payment_received', 'payment_reversed', 'credit_applied', 'credit_released')),
  invoice_id uuid,
  receipt_id uuid,
  -- never earlier than the entry before it
  booked_on date not null,
  booked_at timestamptz not null,
  -- what the entry does to what the client owes and to the client's credit, and both after it
  owed bigint not null,
  credited bigint not null,
  receivable_after bigint not null,
  credit_after bigint not null,
  primary key (organization_id, currency, sequence),
  foreign key (organization_id, currency) references billing.balances (organization_id, currency),
  foreign key (organization_id, invoice_id) references billing.invoices (organization_id, id),
  foreign key (organization_id, receipt_id) references billing.receipts (organization_id, id)
);
create index entries_by_day on billing.entries (organization_id, currency, booked_on, sequence);
create index entries_of_credit on billing.entries (organization_id, currency, sequence desc) where credited <> 0;

create table billing.postings (
  organization_id uuid not null,
  currency text not null,
  sequence bigint not null,
  line integer not null,
  account text not null
    check (account in ('receivable', 'customer_credit', 'revenue', 'tax', 'write_off', 'gateway_fee') or account like 'cash:_%'),
  debit bigint not null check (debit >= 0),
  credit bigint not null check (credit >= 0),
  primary key (organization_id, currency, sequence, line),
  foreign key (organization_id, currency, sequence) references billing.entries (organization_id, currency, sequence),
  check ((debit = 0) <> (credit = 0))
);

-- All postings of an entry come in one statement and none is ever changed, so a statement that balances keeps the ledger balanced.
create function billing.keep_balance() returns trigger language plpgsql as $$
begin
  if exists (
    select from added group by organization_id, currency, sequence having sum(debit) <> sum(credit)
  ) then raise exception 'an entry of the ledger does not balance'; end if;
  return null;
end $$;
create trigger keep_balance after insert on billing.postings referencing new table as added
  for each statement execute function billing.keep_balance();

create function billing.keep_ledger() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is only added to: % of % is refused', lower(tg_op), tg_table_name;
end $$;
create trigger keep_entries before update or delete or truncate on billing.entries
  for each statement execute function billing.keep_ledger();
create trigger keep_postings before update or delete or truncate on billing.postings
  for each statement execute function billing.keep_ledger();

-- A period of a service is invoiced once, whoever asks for it and however often.
create table billing.renewals (
  organization_id uuid not null,
  service_id uuid not null,
  period_from date not null,
  period_to date not null check (period_to > period_from),
  invoice_id uuid not null,
  primary key (organization_id, service_id, period_from),
  foreign key (organization_id, service_id) references services.services (organization_id, id),
  foreign key (organization_id, invoice_id) references billing.invoices (organization_id, id)
);

-- Each step of getting an invoice paid is taken once. `days`: before the due date for a reminder, after it for the others.
create table billing.dunning_steps (
  organization_id uuid not null,
  invoice_id uuid not null,
  kind text not null check (kind in ('reminder', 'notice', 'suspend', 'terminate')),
  days integer not null,
  done_on date not null,
  done_at timestamptz not null,
  primary key (organization_id, invoice_id, kind, days),
  foreign key (organization_id, invoice_id) references billing.invoices (organization_id, id)
);

-- Clients only read. Whatever a client does to money is a command that runs as the system.
select kernel.organization_owned(of::regclass) from unnest(array[
  'billing.invoices', 'billing.invoice_lines', 'billing.receipts', 'billing.allocations', 'billing.balances',
  'billing.entries', 'billing.postings', 'billing.dunning_steps'
]) as of;
select kernel.staff_only('billing.renewals');
revoke update, delete on billing.entries, billing.postings from clientarea_system;
