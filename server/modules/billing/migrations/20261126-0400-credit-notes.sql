-- Takes back all or part of an issued invoice. Numbered in a series of its own, and never changed.
create table billing.credit_notes (
  organization_id uuid not null,
  id uuid not null,
  invoice_id uuid not null,
  reason text not null check (reason in
    ('duplicated_charge', 'product_unsatisfactory', 'order_change', 'order_cancellation', 'fraudulent_charge', 'other')),
  note text not null default '' check (length(note) <= 2000),
  -- given by the numbering step, after it was issued
  year integer,
  sequence bigint check (sequence > 0),
  number text,
  -- the day in the payer's zone
  issued_on date not null,
  issued_at timestamptz not null,
  currency text not null check (length(currency) = 3),
  net bigint not null check (net >= 0),
  tax bigint not null check (tax >= 0),
  total bigint not null check (total > 0 and total = net + tax),
  -- what of it paid what was open on the invoice; the rest became the client's credit
  settled bigint not null check (settled between 0 and total),
  primary key (organization_id, id),
  unique (id),
  unique (year, sequence),
  foreign key (organization_id, invoice_id) references billing.invoices (organization_id, id),
  check (num_nulls(year, sequence, number) in (0, 3))
);
create index credit_notes_of_invoice on billing.credit_notes (organization_id, invoice_id);
create index credit_notes_by_date on billing.credit_notes (organization_id, issued_on desc, id desc);
create index credit_notes_latest on billing.credit_notes (issued_on desc, id desc);
create index credit_notes_to_number on billing.credit_notes (issued_on, id) where number is null;

-- What it takes back of each line: with the sign of the line, below zero for a reduction.
create table billing.credit_note_lines (
  organization_id uuid not null,
  credit_note_id uuid not null,
  invoice_id uuid not null,
  position integer not null,
  net bigint not null check (net <> 0),
  tax bigint not null,
  primary key (organization_id, credit_note_id, position),
  foreign key (organization_id, credit_note_id) references billing.credit_notes (organization_id, id),
  foreign key (organization_id, invoice_id, position) references billing.invoice_lines (organization_id, invoice_id, position)
);
create index credit_note_lines_of_line on billing.credit_note_lines (organization_id, invoice_id, position);

-- Never more than was charged for the line less what was taken back of it before.
create function billing.keep_credited() returns trigger language plpgsql as $$
begin
  if exists (
    select from (select distinct organization_id, invoice_id, position from added) a
    join billing.invoice_lines l using (organization_id, invoice_id, position)
    cross join lateral (
      select sum(c.net) as net, sum(c.tax) as tax from billing.credit_note_lines c
      where c.organization_id = l.organization_id and c.invoice_id = l.invoice_id and c.position = l.position) c
    where abs(c.net) > abs(l.net) or abs(c.tax) > abs(l.tax) or sign(c.net) = -sign(l.net) or sign(c.tax) = -sign(l.tax) and c.tax <> 0
  ) then raise exception 'more is taken back of a line than was charged for it'; end if;
  return null;
end $$;
create trigger keep_credited after insert on billing.credit_note_lines referencing new table as added
  for each statement execute function billing.keep_credited();

create function billing.keep_credit_note() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.number is null
    and to_jsonb(new) - array['year', 'sequence', 'number'] = to_jsonb(old) - array['year', 'sequence', 'number'] then return new; end if;
  raise exception 'a credit note is never changed';
end $$;
create trigger keep_credit_note before update or delete on billing.credit_notes
  for each row execute function billing.keep_credit_note();

select kernel.organization_owned(of::regclass) from unnest(array['billing.credit_notes', 'billing.credit_note_lines']) as of;
revoke delete on billing.credit_notes from clientarea_system;
revoke update, delete on billing.credit_note_lines from clientarea_system;

alter table billing.series drop constraint series_kind_check,
  add constraint series_kind_check check (kind in ('invoice', 'receipt', 'credit_note'));

alter table billing.entries
  add column credit_note_id uuid,
  add foreign key (organization_id, credit_note_id) references billing.credit_notes (organization_id, id),
  drop constraint entries_kind_check,
  add constraint entries_kind_check check (kind in ('invoice_issued', 'invoice_voided', 'credit_note_issued', 'payment_received',
    'payment_reversed', 'credit_applied', 'credit_released'));

-- `taken_back` is the sum of its credit notes; `credited` is what of them paid what was open, and is part of `paid`.
drop view billing.invoices_above;
alter table billing.invoices
  add column taken_back bigint not null default 0,
  add column credited bigint not null default 0,
  add constraint taken_back_at_most check (taken_back between 0 and total),
  add constraint credited_at_most check (credited between 0 and least(taken_back, paid)),
  drop column status;
-- An invoice of which nothing remains is `credited`, whether or not it had been paid.
alter table billing.invoices add column status text not null generated always as (
  case
    when document <> 'issued' then document
    when settlement in ('paid', 'overpaid') and taken_back = total and total > 0 then 'credited'
    when settlement in ('paid', 'overpaid') then 'paid'
    when settlement = 'written_off' then settlement
    when payment_pending then 'pending'
    when overdue_since is not null then 'overdue'
    else 'due'
  end
) stored;
create index invoices_open on billing.invoices (organization_id, due_on, id) include (currency, total, paid, status)
  where status in ('due', 'overdue', 'pending');
create index invoices_open_by_due on billing.invoices (due_on, organization_id, id) where status in ('due', 'overdue', 'pending');

create view billing.invoices_above with (security_barrier) as
select i.for_organization_id as organization_id, i.id, i.organization_id as payer_id, i.number, i.document, i.status, i.issued_on, i.due_on,
  i.issued_at, i.paid_at, i.currency, i.subtotal, i.tax, i.total, (i.paid > 0 or i.payment_pending) as payment_seen
from billing.invoices i
where i.for_organization_id is not null
  and (i.for_organization_id = any ((select kernel.organizations())::uuid[]) or pg_has_role(current_user, 'clientarea_system', 'usage'));
grant select on billing.invoices_above to clientarea_portal, clientarea_system;
