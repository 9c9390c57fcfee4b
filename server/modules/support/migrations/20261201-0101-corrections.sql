-- How often a message was corrected (null: never, as the functions that add messages say nothing of it), and whose words were taken
-- out of it for good.
alter table support.messages
  add column edits integer check (edits > 0),
  add column edited_at timestamptz,
  add column redacted_at timestamptz,
  add column redacted_by uuid references identity.people (id),
  add column redacted_by_name text,
  add column redacted_reason text check (length(redacted_reason) between 1 and 200),
  drop constraint messages_body_check,
  add constraint messages_body_check check (
    case when redacted_at is null then length(body) between 1 and 20000 else body = '' end),
  add constraint messages_corrected check ((edits is null) = (edited_at is null)),
  add constraint messages_redacted check (num_nulls(redacted_at, redacted_by, redacted_by_name, redacted_reason) in (0, 4));

-- What a message said before it was corrected.
create table support.message_versions (
  organization_id uuid not null,
  message_id uuid not null,
  version integer not null check (version > 0),
  internal boolean not null,
  body text not null,
  written_by uuid not null references identity.people (id),
  written_by_name text not null,
  written_at timestamptz not null,
  primary key (organization_id, message_id, version),
  foreign key (organization_id, message_id) references support.messages (organization_id, id) deferrable initially immediate
);
select kernel.organization_owned('support.message_versions', 'select');
create policy no_notes on support.message_versions as restrictive to clientarea_portal using (not internal) with check (not internal);

-- Nobody changes what was said. A guest's versions may go to another organization and to the same person with an account, and all go
-- with the words of a message that is redacted.
create function support.keep_versions() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if tg_op = 'DELETE' then
    if not exists (select from support.messages m
      where m.organization_id = old.organization_id and m.id = old.message_id and m.redacted_at is not null) then
      raise exception 'what a message said is kept until it is redacted';
    end if;
    return old;
  end if;
  if row(new.message_id, new.version, new.internal, new.body, new.written_by_name, new.written_at)
    is distinct from row(old.message_id, old.version, old.internal, old.body, old.written_by_name, old.written_at) then
    raise exception 'what a message said is never changed';
  end if;
  return new;
end $$;
create trigger kept before update or delete on support.message_versions for each row execute function support.keep_versions();
