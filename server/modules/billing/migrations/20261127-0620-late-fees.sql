alter table billing.dunning_steps drop constraint dunning_steps_kind_check;
alter table billing.dunning_steps
  add constraint dunning_steps_kind_check check (kind in ('reminder', 'notice', 'retry', 'late_fee', 'suspend', 'terminate'));

-- What paying late costs: each period of each invoice once, 0 the first. What it amounts to stands on an invoice of its own; none where
-- nothing is charged for the period, because a day was promised or a limit is reached.
create table billing.late_fees (
  organization_id uuid not null,
  invoice_id uuid not null,
  period integer not null check (period >= 0),
  -- the day the period began
  began_on date not null,
  -- minor units of the invoice's currency, without tax
  amount bigint not null check (amount >= 0),
  fee_invoice_id uuid,
  charged_at timestamptz not null,
  primary key (organization_id, invoice_id, period),
  foreign key (organization_id, invoice_id) references billing.invoices (organization_id, id),
  foreign key (fee_invoice_id) references billing.invoices (id),
  check ((amount = 0) = (fee_invoice_id is null)),
  check (fee_invoice_id <> invoice_id)
);
create index late_fees_by_invoice on billing.late_fees (fee_invoice_id) where fee_invoice_id is not null;
select kernel.organization_owned('billing.late_fees');
