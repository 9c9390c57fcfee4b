-- Credit as lots: each is what one entry brought, and is used strictly oldest first. Goodwill alone may expire.
create table billing.credit_lots (
  organization_id uuid not null,
  currency text not null,
  -- the entry that brought it, which orders them
  sequence bigint not null,
  source text not null check (source in
    ('deposit', 'overpayment', 'invoice_voided', 'credit_note', 'credit_released', 'refund_returned', 'dispute_returned',
      'goodwill')),
  amount bigint not null check (amount > 0),
  remaining bigint not null check (remaining between 0 and amount),
  -- goodwill: why, which the client reads; by whom; the last day on which it can be used
  reason text not null default '',
  given_by uuid references identity.people (id),
  expires_on date,
  reminded_at timestamptz,
  primary key (organization_id, currency, sequence),
  foreign key (organization_id, currency, sequence) references billing.entries (organization_id, currency, sequence),
  check (source = 'goodwill' or (reason = '' and num_nonnulls(given_by, expires_on, reminded_at) = 0))
);
create index credit_lots_left on billing.credit_lots (organization_id, currency, sequence) where remaining > 0;
create index credit_lots_expiring on billing.credit_lots (expires_on) where remaining > 0 and expires_on is not null;

-- What an entry took from a lot; below zero where it went back there. `allocation_id`: which payment of an invoice it became.
create table billing.credit_uses (
  organization_id uuid not null,
  currency text not null,
  sequence bigint not null,
  lot bigint not null,
  amount bigint not null check (amount <> 0),
  allocation_id uuid,
  primary key (organization_id, currency, sequence, lot),
  foreign key (organization_id, currency, sequence) references billing.entries (organization_id, currency, sequence),
  foreign key (organization_id, currency, lot) references billing.credit_lots (organization_id, currency, sequence),
  foreign key (organization_id, allocation_id) references billing.allocations (organization_id, id),
  check (lot <= sequence)
);
create index credit_uses_of_lot on billing.credit_uses (organization_id, currency, lot);
create index credit_uses_of_allocation on billing.credit_uses (organization_id, allocation_id) where allocation_id is not null;
create trigger keep_credit_uses before update or delete or truncate on billing.credit_uses
  for each statement execute function billing.keep_ledger();

select kernel.organization_owned('billing.credit_lots',
  'select (organization_id, currency, sequence, source, amount, remaining, reason, expires_on)');
select kernel.organization_owned('billing.credit_uses');
revoke update, delete on billing.credit_uses from clientarea_system;

-- What was there before: every entry that brought credit is a lot, and what was used took them in their order. Credit never fell below
-- zero, so what came first was always there to be used first.
insert into billing.credit_lots (organization_id, currency, sequence, source, amount, remaining)
select e.organization_id, e.currency, e.sequence,
  case e.kind
    when 'payment_received' then case
      when r.invoice_id is not null or exists (
        select from billing.allocations a where a.organization_id = r.organization_id and a.receipt_id = r.id) then 'overpayment'
      else 'deposit' end
    when 'credit_note_issued' then 'credit_note'
    when 'refund_returned' then 'refund_returned'
    when 'dispute_returned' then 'dispute_returned'
    when 'invoice_voided' then 'invoice_voided'
    else 'credit_released' end,
  e.credited, greatest(0, least(e.credited, e.upto - e.used))
from (
  select *, sum(greatest(credited, 0)) over (partition by organization_id, currency order by sequence) as upto,
    sum(greatest(-credited, 0)) over (partition by organization_id, currency) as used
  from billing.entries where credited <> 0
) e
left join billing.receipts r on r.organization_id = e.organization_id and r.id = e.receipt_id
where e.credited > 0;

insert into billing.credit_uses (organization_id, currency, sequence, lot, amount, allocation_id)
select o.organization_id, o.currency, o.sequence, i.sequence, least(i.upto, o.upto) - greatest(i.before, o.before), a.id
from (
  select *, sum(-credited) over ledger as upto, sum(-credited) over ledger + credited as before
  from billing.entries where credited < 0 window ledger as (partition by organization_id, currency order by sequence)
) o
join (
  select *, sum(credited) over ledger as upto, sum(credited) over ledger - credited as before
  from billing.entries where credited > 0 window ledger as (partition by organization_id, currency order by sequence)
) i on i.organization_id = o.organization_id and i.currency = o.currency and i.before < o.upto and o.before < i.upto
left join lateral (
  -- only what pays still: what was taken off an invoice before became a lot of its own
  select a.id from billing.allocations a
  where o.kind = 'credit_applied' and a.organization_id = o.organization_id and a.invoice_id = o.invoice_id and a.receipt_id is null
    and a.withholding_id is null and a.released_at is null and a.allocated_at = o.booked_at and a.amount = -o.credited
  order by a.id limit 1) a on true;

do $$
declare
  kinds text := (select substring(pg_get_constraintdef(oid) from 7) from pg_constraint
    where conrelid = 'billing.entries'::regclass and conname = 'entries_kind_check');
  accounts text := (select substring(pg_get_constraintdef(oid) from 7) from pg_constraint
    where conrelid = 'billing.postings'::regclass and conname = 'postings_account_check');
begin
  alter table billing.entries drop constraint entries_kind_check;
  execute format('alter table billing.entries add constraint entries_kind_check check (%s or kind in (''goodwill_given'', ''credit_expired''))', kinds);
  alter table billing.postings drop constraint postings_account_check;
  execute format('alter table billing.postings add constraint postings_account_check check (%s or account = ''goodwill'')', accounts);
end $$;
