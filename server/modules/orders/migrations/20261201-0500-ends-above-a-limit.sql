-- An end that costs more than who asked may spend waits for an approval, with why it was asked for; a decision may say why as well.
alter table orders.changes
  add column end_reason text check (end_reason is null or ends),
  add column end_note text not null default '' check (length(end_note) <= 2000),
  add column decision_note text not null default '' check (length(decision_note) <= 1000);
grant select (end_reason, end_note, decision_note) on orders.changes to clientarea_portal;
alter table orders.changes drop constraint changes_why_canceled_check;
alter table orders.changes add constraint changes_why_canceled_check check (why_canceled in
  ('client', 'staff', 'declined', 'expired', 'not_approved', 'invoice_voided', 'service_ended'));
