-- What a gateway keeps of a payment, from a day on: a share in hundredths of a percent, and a fixed sum. Without a method it holds for all
-- that have none of their own.
create table payments.fee_rules (
  id uuid primary key,
  gateway text not null,
  method text,
  currency text not null check (length(currency) = 3),
  share integer not null check (share between 0 and 10000),
  fixed bigint not null check (fixed >= 0),
  valid_from date not null,
  -- whether the gateway gives the fee back with what is refunded
  given_back boolean not null,
  added_by uuid not null references identity.people (id),
  added_at timestamptz not null
);
create unique index fee_rules_once on payments.fee_rules (gateway, coalesce(method, ''), currency, valid_from);
select kernel.staff_only('payments.fee_rules');

-- The rule that held when the money came, and what the gateway itself has told.
alter table payments.payments add column fee_rule_id uuid references payments.fee_rules (id);
alter table payments.attempts add column fee bigint check (fee >= 0);

-- What was booked as fees of a payment: above zero the gateway kept it, below zero it was too much, or came back with a refund.
create table payments.fees (
  organization_id uuid not null,
  payment_id uuid not null,
  -- 1, 2, 3 … of the payment
  position integer not null check (position > 0),
  why text not null check (why in ('estimated', 'told', 'corrected', 'given_back')),
  gateway text not null,
  method text not null,
  currency text not null check (length(currency) = 3),
  amount bigint not null check (amount <> 0),
  -- the day in the client's zone, as in the ledger
  booked_on date not null,
  booked_at timestamptz not null,
  primary key (organization_id, payment_id, position),
  foreign key (organization_id, payment_id) references payments.payments (organization_id, id)
);
create index fees_by_day on payments.fees (booked_on, gateway);
create index payments_by_receipt_day on payments.payments (received_at);
select kernel.staff_only('payments.fees');
