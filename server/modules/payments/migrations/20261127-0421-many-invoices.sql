-- Money of an attempt for many invoices is one payment, without an invoice of its own; once.
create unique index payments_of_attempt_for_many on payments.payments (organization_id, attempt_id)
  where attempt_id is not null and invoice_id is null;
