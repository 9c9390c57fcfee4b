do $$
declare
  kinds text := (select substring(pg_get_constraintdef(oid) from 7) from pg_constraint
    where conrelid = 'billing.entries'::regclass and conname = 'entries_kind_check');
begin
  alter table billing.entries drop constraint entries_kind_check;
  execute format('alter table billing.entries add constraint entries_kind_check check (%s or kind in (''gateway_fee_corrected'', ''gateway_fee_returned''))', kinds);
end $$;
