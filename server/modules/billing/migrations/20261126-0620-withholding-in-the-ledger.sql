-- What the ledger knows besides what it knew.
do $$
declare
  kinds text := (select substring(pg_get_constraintdef(oid) from 7) from pg_constraint
    where conrelid = 'billing.entries'::regclass and conname = 'entries_kind_check');
  accounts text := (select substring(pg_get_constraintdef(oid) from 7) from pg_constraint
    where conrelid = 'billing.postings'::regclass and conname = 'postings_account_check');
begin
  alter table billing.entries drop constraint entries_kind_check;
  execute format('alter table billing.entries add constraint entries_kind_check check (%s or kind in (''tax_withheld'', ''withholding_reopened''))', kinds);
  alter table billing.postings drop constraint postings_account_check;
  execute format('alter table billing.postings add constraint postings_account_check check (%s or account = ''withholding'')', accounts);
end $$;
