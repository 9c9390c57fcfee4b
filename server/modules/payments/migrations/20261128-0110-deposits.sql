-- A client adds to its credit by itself: an attempt, or a reported transfer, that is for no invoice.
alter table payments.attempts
  drop constraint attempts_purpose_check,
  add constraint attempts_purpose_check check (purpose in ('payment', 'automatic', 'save_method', 'deposit'));
-- As with an invoice, one at a time may still take money, so that the most a client may have is kept.
create unique index attempts_open_deposit on payments.attempts (organization_id)
  where purpose = 'deposit' and status in ('created', 'unknown', 'requires_action', 'processing', 'authorized');

alter table payments.transfers alter column invoice_id drop not null;
create unique index transfers_reported_deposit on payments.transfers (organization_id) where state = 'reported' and invoice_id is null;
