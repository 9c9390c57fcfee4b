do $$
declare
  kinds text := (select substring(pg_get_constraintdef(oid) from 7) from pg_constraint
    where conrelid = 'billing.entries'::regclass and conname = 'entries_kind_check');
  accounts text := (select substring(pg_get_constraintdef(oid) from 7) from pg_constraint
    where conrelid = 'billing.postings'::regclass and conname = 'postings_account_check');
begin
  alter table billing.entries drop constraint entries_kind_check;
  execute format('alter table billing.entries add constraint entries_kind_check check (%s or kind = ''revenue_recognized'')', kinds);
  alter table billing.postings drop constraint postings_account_check;
  execute format('alter table billing.postings add constraint postings_account_check check (%s or account = ''deferred'')', accounts);
end $$;
create index postings_deferred on billing.postings (organization_id, currency) include (debit, credit) where account = 'deferred';

-- What was invoiced for days to come, a row for each line. `amount` is what is earned of it in all: its net, less what was taken back before
-- it was earned. It is earned by day from `since` up to `until`, which are not known before its service has begun; `kept` of it was earned
-- before `since`, since what is taken back halfway leaves the rest to the days that are left. `recognized` has become revenue: all that is
-- earned up to a month's end, once the day after it, `next_on`, has come.
create table billing.deferrals (
  organization_id uuid not null,
  invoice_id uuid not null,
  position integer not null,
  service_id uuid,
  currency text not null check (length(currency) = 3),
  booked_on date not null,
  since date,
  until date check (until > since),
  amount bigint not null,
  kept bigint not null default 0,
  recognized bigint not null default 0 check (recognized between least(amount, 0) and greatest(amount, 0)),
  next_on date,
  primary key (organization_id, invoice_id, position),
  foreign key (organization_id, invoice_id, position) references billing.invoice_lines (organization_id, invoice_id, position),
  check ((since is null) = (until is null)),
  check (next_on is null or since is not null)
);
create index deferrals_due on billing.deferrals (next_on, organization_id, invoice_id, position) where next_on is not null;
create index deferrals_waiting on billing.deferrals (service_id) where since is null;
select kernel.staff_only('billing.deferrals');

-- How much of a month was recognized at once, whoever it was for: entries of the ledger are booked when it is over.
create table billing.recognitions (
  batch uuid not null,
  currency text not null check (length(currency) = 3),
  month date not null check (extract(day from month) = 1),
  amount bigint not null check (amount <> 0),
  primary key (batch, currency, month)
);
create index recognitions_of_month on billing.recognitions (month);
select kernel.staff_only('billing.recognitions');

-- What is earned of a deferral before a day, rounded once, half away from zero: months add up to the whole, whatever is asked for between.
create function billing.earned(amount bigint, kept bigint, since date, until date, day date) returns bigint language sql immutable as $$
  select kept + round((amount - kept)::numeric * greatest(least(day, until) - since, 0) / (until - since))::bigint
$$;
