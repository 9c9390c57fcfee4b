-- An order above its person's spending limit waits until somebody has approved it. It is placed and holds what it says, but has no
-- invoice yet; one that was declined never had one.
alter table orders.orders
  drop constraint orders_status_check,
  drop constraint orders_canceled_why_check,
  drop constraint orders_check,
  drop constraint orders_check1,
  add constraint orders_status_check check (status in
    ('awaiting_approval', 'pending_payment', 'paid', 'in_progress', 'fulfilled', 'failed', 'canceled')),
  add constraint orders_canceled_why_check check (canceled_why in
    ('client', 'staff', 'expired', 'invoice_voided', 'service_ended', 'declined', 'not_approved')),
  add constraint invoiced_once_approved check (case
    when status = 'awaiting_approval' then invoice_id is null and expires_at is not null
    when status = 'canceled' then true
    else (invoice_id is null) = (total = 0) and (invoice_id is null) = (expires_at is null)
  end);
create index orders_awaiting_approval on orders.orders (expires_at, id) where status = 'awaiting_approval';

create table orders.approvals (
  organization_id uuid not null,
  order_id uuid not null,
  -- what the person may spend on one order, in minor units of `limit_currency`
  spending_limit bigint not null,
  limit_currency text not null check (length(limit_currency) = 3),
  -- the lines of the invoice to be, as they were agreed: [{"serviceId", "description", "quantity", "unitPrice", "taxable"}]
  lines jsonb not null,
  asked_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid references identity.people (id),
  decision text check (decision in ('approved', 'declined')),
  primary key (organization_id, order_id),
  foreign key (organization_id, order_id) references orders.orders (organization_id, id),
  check (num_nulls(decided_at, decided_by, decision) in (0, 3))
);
select kernel.organization_owned('orders.approvals');
