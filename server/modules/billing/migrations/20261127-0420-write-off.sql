-- A debt that is given up: no longer owed in the books, and paid all the same when money comes.
alter table billing.invoices
  add column written_off_at timestamptz,
  add column written_off_why text,
  add constraint written_off_with_reason check (num_nulls(written_off_at, written_off_why) in (0, 2)),
  add constraint written_off_is_dated check (settlement <> 'written_off' or written_off_at is not null);

-- What of a receipt's money was taken back by who had paid it: all that had not been refunded then.
alter table billing.receipts add column reversed bigint not null default 0;
update billing.receipts set reversed = amount where reversed_at is not null;
alter table billing.receipts
  add constraint reversed_at_most check (reversed between 0 and amount - refunded),
  add constraint reversed_with_date check (reversed = 0 or reversed_at is not null);
