-- Money on its way back to a client, of one payment, in full or in part; what is not failed or rejected is out of the client's credit.
alter table payments.payments
  -- what of it was given back, or is on its way
  add column refunded bigint not null default 0,
  add constraint refunded_at_most check (refunded between 0 and amount);

drop index payments.refunds_asked;
alter table payments.refunds
  drop constraint refunds_state_check,
  drop constraint refunds_check,
  drop constraint refunds_check1;
-- Refunds from before took the payment back; they stay as they ended.
update payments.refunds set state = 'failed' where state = 'refused';
alter table payments.refunds
  alter column attempt_id drop not null,
  add column payment_id uuid,
  add column currency text check (length(currency) = 3),
  add column way text not null default 'gateway' check (way in ('gateway', 'transfer')),
  -- the second member of staff
  add column decided_by uuid references identity.people (id),
  add column decided_at timestamptz,
  add column rejected_why text,
  -- where a transfer goes
  add column to_bank text,
  add column to_account text,
  add column to_holder text,
  -- what proves that it was transferred
  add column proof_id uuid,
  add column proof_name text,
  add column proof_type text,
  add column paid_on date,
  add column reference text,
  add column ask_at timestamptz,
  add column times_asked integer not null default 0,
  add constraint refunds_unique unique (id),
  add constraint refunds_of_payment foreign key (organization_id, payment_id) references payments.payments (organization_id, id),
  add constraint refunds_state check (state in ('to_approve', 'asked', 'unknown', 'processing', 'to_pay', 'done', 'failed', 'rejected')),
  add constraint refunds_by_second check (decided_by <> asked_by),
  add constraint refunds_where_to check (num_nulls(to_bank, to_account, to_holder) = case way when 'transfer' then 0 else 3 end),
  add constraint refunds_proved check (way = 'gateway' or state <> 'done' or (proof_id is not null and paid_on is not null)),
  add constraint refunds_asked_about check ((state in ('asked', 'unknown', 'processing')) = (ask_at is not null) or payment_id is null);
create index refunds_of on payments.refunds (organization_id, payment_id);
create index refunds_latest on payments.refunds (id desc);
create index refunds_to_ask on payments.refunds (ask_at) where ask_at is not null;

alter table payments.inbox drop constraint inbox_kind_check,
  add constraint inbox_kind_check check (kind in ('payment', 'refund', 'saved_method_updated'));
