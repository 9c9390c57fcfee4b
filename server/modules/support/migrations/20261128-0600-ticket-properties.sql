-- What did not work is a problem now; a cancellation is a kind of its own.
alter table support.tickets drop constraint tickets_kind_check;
update support.tickets set kind = 'problem' where kind = 'incident';
alter table support.tickets add constraint tickets_kind_check
  check (kind in ('question', 'problem', 'request', 'complaint', 'cancellation'));

alter table support.tickets drop constraint tickets_status_check;
alter table support.tickets add constraint tickets_status_check
  check (status in ('new', 'open', 'waiting_customer', 'waiting_third_party', 'on_hold', 'resolved', 'closed', 'merged', 'spam'));
alter table support.tickets drop constraint tickets_check;
alter table support.tickets add constraint tickets_settled_check
  check ((status in ('resolved', 'closed', 'merged', 'spam')) = (settled_at is not null));

alter table support.tickets
  -- what who asked said of it: whom it hits, and how hard
  add column impact text check (impact in ('everyone', 'several', 'one')),
  add column hindrance text check (hindrance in ('stopped', 'hindered', 'can_wait')),
  add column tags text[] not null default '{}' check (cardinality(tags) <= 10),
  add column language text check (language in ('id', 'en')),
  -- the ticket in which this one goes on
  add column merged_into uuid,
  add foreign key (organization_id, merged_into) references support.tickets (organization_id, id) deferrable initially immediate,
  add check ((status = 'merged') = (merged_into is not null));
create index tickets_merged on support.tickets (organization_id, merged_into) where merged_into is not null;
create index tickets_tagged on support.tickets using gin (tags) where tags <> '{}';

-- As before, with what is new of a ticket. Where no `priority` is given, impact and hindrance propose it by the business's matrix, or by
-- the one `proposed` carries where the business has none.
drop function support.open_ticket(jsonb, jsonb, text, uuid[], timestamptz);
create function support.open_ticket(ticket jsonb, message jsonb, words text, files uuid[], uploaded_after timestamptz, proposed jsonb)
  returns table (number bigint, priority text, attached integer)
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  t support.tickets := jsonb_populate_record(null::support.tickets, ticket);
  m support.messages := jsonb_populate_record(null::support.messages, message);
begin
  if not support.may_write(t.organization_id) then return; end if;
  priority := coalesce(t.priority, (
    select coalesce((select s.value from kernel.settings s where s.key = 'support.priorities'), proposed) #>> array[t.impact, t.hindrance]
  ), 'normal');
  insert into support.tickets as made (organization_id, id, subject, kind, priority, status, queue, service_id, invoice_id, follow_up_of,
      requester_id, requester_name, opened_at, last_message_at, last_message_id, last_message_by, messages, waiting_since,
      unread_by_client, unread_by_staff, impact, hindrance, language)
    values (t.organization_id, t.id, t.subject, t.kind, open_ticket.priority, t.status, t.queue, t.service_id, t.invoice_id,
      t.follow_up_of, t.requester_id, t.requester_name, t.opened_at, t.opened_at, m.id, m.author, 1, t.waiting_since,
      m.author = 'staff', m.author = 'client', t.impact, t.hindrance, t.language)
    returning made.number into number;
  insert into support.followers values (t.organization_id, t.id, t.requester_id, t.requester_name, t.opened_at);
  attached := support.add_message(m, t.subject || ' ' || words, 0, files, uploaded_after);
  return next;
end $$;

-- As before, and a message to a ticket that was merged is not posted: `into` says where it belongs.
drop function support.post_message(jsonb, text, uuid[], timestamptz, uuid, uuid, integer, text);
create function support.post_message(message jsonb, words text, files uuid[], uploaded_after timestamptz, of_follower uuid,
    seen uuid, reopen_days integer, new_status text)
  returns table (was text, status text, number bigint, subject text, assignee_was uuid, assignee uuid, attached integer,
    slug text, followers uuid[], guest boolean, "into" uuid)
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
  "into" := t.merged_into;
  if t.merged_into is not null or t.last_message_id <> seen then return next; return; end if;
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
