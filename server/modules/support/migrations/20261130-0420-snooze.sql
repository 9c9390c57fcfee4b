alter table support.tickets
  -- since when it is out of the way; null: it is not
  add column snoozed_at timestamptz,
  -- null while it is out of the way: until the client writes
  add column snoozed_until timestamptz,
  -- who is told when it comes back; a little longer there than the others when a client's message brought it back
  add column snoozed_by uuid references identity.people (id),
  add check (snoozed_at is not null or snoozed_until is null),
  add check (snoozed_at is null or snoozed_by is not null),
  add check (snoozed_at is null or settled_at is null);
create index tickets_snoozed on support.tickets (last_message_at desc, id desc) where snoozed_at is not null;

-- Whatever makes it our turn brings a ticket back, in the statement that does so; what is settled has nothing to come back for.
create function support.wake() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  new.snoozed_at := null;
  new.snoozed_until := null;
  if new.settled_at is not null then new.snoozed_by := null; end if;
  return new;
end $$;
create trigger wakes before update on support.tickets for each row
  when (old.snoozed_at is not null and new.snoozed_at is not null and (
    (new.last_message_by = 'client' and new.last_message_id <> old.last_message_id)
    or (new.waiting_since is not null and old.waiting_since is null)
    or new.settled_at is not null))
  execute function support.wake();
