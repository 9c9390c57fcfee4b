-- Money that went back, or is on its way back, out of the client's credit: never more than was received.
alter table billing.receipts
  add column refunded bigint not null default 0,
  add constraint refunded_at_most check (refunded between 0 and amount);

alter table billing.entries
  drop constraint entries_kind_check,
  add constraint entries_kind_check check (kind in ('invoice_issued', 'invoice_voided', 'credit_note_issued', 'invoice_written_off',
    'debt_recovered', 'payment_received', 'payment_reversed', 'credit_applied', 'credit_released', 'refund_paid', 'refund_settled',
    'refund_returned', 'gateway_fee_charged'));
