-- What a bank has taken out of a payment after its owner disputed it, as far as the client owes it again.
alter table billing.receipts
  add column disputed bigint not null default 0,
  add constraint disputed_at_most check (disputed between 0 and amount - refunded - reversed);

-- The books' memory of a dispute: what of it was booked. What exceeds `amount - refunded - reversed` of the receipt is a loss.
create table billing.disputed_payments (
  organization_id uuid not null,
  -- of the dispute
  id uuid not null,
  receipt_id uuid not null,
  currency text not null check (length(currency) = 3),
  withdrawn bigint not null default 0,
  returned bigint not null default 0,
  fee bigint not null default 0 check (fee >= 0),
  primary key (organization_id, id),
  foreign key (organization_id, receipt_id) references billing.receipts (organization_id, id),
  check (withdrawn >= returned and returned >= 0)
);
create index disputed_payments_of on billing.disputed_payments (organization_id, receipt_id);
select kernel.staff_only('billing.disputed_payments');

-- Why nobody is chased for an invoice: its payment is disputed at a bank, or the client does not agree with it.
create table billing.holds (
  organization_id uuid not null,
  invoice_id uuid not null,
  cause text not null check (cause in ('dispute', 'contest')),
  cause_id uuid not null,
  since timestamptz not null,
  ended_at timestamptz,
  primary key (organization_id, invoice_id, cause_id),
  foreign key (organization_id, invoice_id) references billing.invoices (organization_id, id)
);
create index holds_by_cause on billing.holds (organization_id, cause_id);
create index holds_open on billing.holds (organization_id, invoice_id) where ended_at is null;
select kernel.organization_owned('billing.holds');

do $$
declare
  kinds text := (select substring(pg_get_constraintdef(oid) from 7) from pg_constraint
    where conrelid = 'billing.entries'::regclass and conname = 'entries_kind_check');
  accounts text := (select substring(pg_get_constraintdef(oid) from 7) from pg_constraint
    where conrelid = 'billing.postings'::regclass and conname = 'postings_account_check');
begin
  alter table billing.entries drop constraint entries_kind_check;
  execute format('alter table billing.entries add constraint entries_kind_check check (%s or kind in (''payment_disputed'', ''dispute_returned''))', kinds);
  alter table billing.postings drop constraint postings_account_check;
  execute format('alter table billing.postings add constraint postings_account_check check (%s or account = ''dispute_loss'')', accounts);
end $$;
