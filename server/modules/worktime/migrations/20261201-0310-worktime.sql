-- Work on a ticket. Tickets may move between organizations, so they are named by their id alone.
create table worktime.entries (
  id uuid primary key,
  ticket_id uuid not null,
  person_id uuid not null references identity.people (id),
  worked_on date not null,
  minutes integer not null check (minutes between 1 and 1440),
  note text not null check (length(note) <= 500),
  billable boolean not null,
  -- The one invoice that bills it: a column holds no two. Freed when that is taken back.
  invoice_id uuid,
  billed_at timestamptz,
  made_at timestamptz not null,
  version integer not null default 1,
  check ((invoice_id is null) = (billed_at is null)),
  check (billable or invoice_id is null)
);
create index entries_of_ticket on worktime.entries (ticket_id, worked_on desc, id desc);
create index entries_by_day on worktime.entries (worked_on desc, id desc);
create index entries_of_person on worktime.entries (person_id, worked_on desc, id desc);
create index entries_of_invoice on worktime.entries (invoice_id) where invoice_id is not null;
create index entries_to_bill on worktime.entries (ticket_id) where billable and invoice_id is null;

-- What is billed stands as it was billed: only the invoice lets it go.
create function worktime.keep_billed() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'a billed entry is not deleted' using errcode = 'check_violation';
  end if;
  if new.invoice_id is not null or
    (new.ticket_id, new.person_id, new.worked_on, new.minutes, new.note, new.billable)
      is distinct from (old.ticket_id, old.person_id, old.worked_on, old.minutes, old.note, old.billable) then
    raise exception 'a billed entry is not changed' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger entries_billed before update on worktime.entries for each row
  when (old.invoice_id is not null) execute function worktime.keep_billed();
create trigger entries_billed_stay before delete on worktime.entries for each row
  when (old.invoice_id is not null) execute function worktime.keep_billed();

-- A timer that runs; one for each person.
create table worktime.timers (
  person_id uuid primary key references identity.people (id),
  ticket_id uuid not null,
  started_at timestamptz not null
);

select kernel.staff_only('worktime.entries');
select kernel.staff_only('worktime.timers');
