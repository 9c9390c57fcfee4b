-- A guest's tickets can move into the organization of whoever claims them. All rows of a ticket move in one transaction, so the
-- foreign keys that carry the organization wait for its end then.
alter table support.tickets alter constraint tickets_organization_id_follow_up_of_fkey deferrable initially immediate;
alter table support.messages alter constraint messages_organization_id_ticket_id_fkey deferrable initially immediate;
alter table support.followers alter constraint followers_organization_id_ticket_id_fkey deferrable initially immediate;
alter table support.attachments alter constraint attachments_organization_id_ticket_id_fkey deferrable initially immediate;
alter table support.attachments alter constraint attachments_organization_id_message_id_fkey deferrable initially immediate;
alter table support.search alter constraint search_organization_id_ticket_id_fkey deferrable initially immediate;

alter table support.tickets
  -- the guest's organization it was moved from
  add column moved_from uuid references organizations.organizations (id);
alter table support.attachments
  -- the organization under whose key the bytes are kept, where that is another one
  add column kept_under uuid references organizations.organizations (id);

-- What happened to a ticket before it was moved, for those who see it now: facts stay in the organization they happened in.
create function support.facts_before_move(ticket uuid) returns setof kernel.events
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  t support.tickets;
begin
  select * into t from support.tickets k where k.id = ticket and k.moved_from is not null;
  if not found or not support.may_write(t.organization_id) then return; end if;
  return query select e.* from kernel.events e
    where e.subject_id = ticket::text and e.organization_id = t.moved_from and e.audience = 'organization';
end $$;

-- As before, and it says whether the client is a guest, who has no followers to tell.
drop function support.post_message(jsonb, text, uuid[], timestamptz, uuid, uuid, integer, text);
create function support.post_message(message jsonb, words text, files uuid[], uploaded_after timestamptz, of_follower uuid,
    seen uuid, reopen_days integer, new_status text)
  returns table (was text, status text, number bigint, subject text, assignee_was uuid, assignee uuid, attached integer,
    slug text, followers uuid[], guest boolean)
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  m support.messages := jsonb_populate_record(null::support.messages, message);
  t support.tickets;
begin
  if not support.may_write(m.organization_id) then return; end if;
  select * into t from support.tickets k where k.organization_id = m.organization_id and k.id = m.ticket_id
    and (of_follower is null or exists (select from support.followers f
      where f.organization_id = k.organization_id and f.ticket_id = k.id and f.person_id = of_follower))
    for no key update;
  if not found then return; end if;
  was := t.status;
  if t.last_message_id <> seen then return next; return; end if;
  if t.settled_at is not null and m.author = 'client' then
    select coalesce((select (s.value ->> 'reopenDays')::integer from kernel.settings s where s.key = 'support.tickets'), reopen_days)
      into reopen_days;
    if t.settled_at <= m.posted_at - make_interval(days => reopen_days) then return next; return; end if;
  end if;
  status := coalesce(new_status, case t.status when 'new' then 'new' else 'open' end);
  number := t.number;
  subject := t.subject;
  assignee_was := t.assignee_id;
  assignee := case when m.author = 'staff' then coalesce(t.assignee_id, m.author_id) else t.assignee_id end;
  update support.tickets k set
      status = post_message.status, assignee_id = assignee,
      assignee_name = case when t.assignee_id is null and m.author = 'staff' then m.author_name else t.assignee_name end,
      last_message_at = m.posted_at, last_message_id = m.id, last_message_by = m.author, messages = t.messages + 1,
      first_answer_at = coalesce(t.first_answer_at, case m.author when 'staff' then m.posted_at end),
      waiting_since = case m.author when 'client' then coalesce(t.waiting_since, m.posted_at) end,
      settled_at = case when post_message.status in ('resolved', 'closed') then coalesce(t.settled_at, m.posted_at) end,
      unread_by_client = m.author = 'staff', unread_by_staff = m.author = 'client', version = t.version + 1
    where k.organization_id = m.organization_id and k.id = m.ticket_id;
  attached := support.add_message(m, regexp_replace(t.subject, '[^[:alnum:]]+', ' ', 'g') || ' ' || words, t.messages / 5, files,
    uploaded_after);
  select o.slug, o.kind = 'guest' into slug, guest from organizations.organizations o where o.id = m.organization_id;
  followers := array(
    select f.person_id from support.followers f
    join organizations.members b on b.organization_id = f.organization_id and b.person_id = f.person_id
    where f.organization_id = m.organization_id and f.ticket_id = m.ticket_id and f.person_id <> m.author_id);
  return next;
end $$;
