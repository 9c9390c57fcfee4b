-- An index over organization and words together: https://www.postgresql.org/docs/15/btree-gin.html
create extension if not exists btree_gin;

-- Where tickets wait, by topic. Clients choose among those that are offered.
create table support.queues (
  name text primary key check (name ~ '^[a-z][a-z0-9-]{0,39}$'),
  titles jsonb not null check (jsonb_typeof(titles -> 'id') = 'string' and jsonb_typeof(titles -> 'en') = 'string'),
  position integer not null,
  offered boolean not null default true,
  version integer not null default 1
);
insert into support.queues (name, titles, position) values
  ('general', '{"id": "Pertanyaan umum", "en": "General questions"}', 1),
  ('technical', '{"id": "Teknis dan layanan", "en": "Technical and services"}', 2),
  ('billing', '{"id": "Tagihan dan pembayaran", "en": "Invoices and payments"}', 3);

create table support.tickets (
  organization_id uuid not null references organizations.organizations (id),
  id uuid not null,
  -- from a sequence, which writers never wait for; it may skip
  number bigint not null generated always as identity (start with 1001),
  subject text not null check (length(subject) between 1 and 200),
  kind text not null check (kind in ('question', 'incident', 'request', 'complaint')),
  priority text not null check (priority in ('emergency', 'high', 'normal', 'low')),
  urgency smallint not null generated always as (
    case priority when 'emergency' then 1 when 'high' then 2 when 'normal' then 3 else 4 end) stored,
  status text not null check (status in ('new', 'open', 'waiting_customer', 'on_hold', 'resolved', 'closed')),
  queue text not null references support.queues (name),
  service_id uuid,
  invoice_id uuid,
  -- the settled ticket that this one goes on from
  follow_up_of uuid,
  requester_id uuid not null references identity.people (id),
  -- names as they were: the portal's role cannot look people up
  requester_name text not null,
  assignee_id uuid references identity.people (id),
  assignee_name text,
  opened_at timestamptz not null,
  -- of public messages only: a note leaves no trace that a client could see
  last_message_at timestamptz not null,
  last_message_id uuid not null,
  last_message_by text not null check (last_message_by in ('client', 'staff')),
  messages integer not null check (messages > 0),
  first_answer_at timestamptz,
  -- the oldest message of the client that nobody has answered
  waiting_since timestamptz,
  settled_at timestamptz,
  unread_by_client boolean not null,
  unread_by_staff boolean not null,
  version integer not null default 1,
  primary key (organization_id, id),
  unique (id),
  unique (number),
  foreign key (organization_id, service_id) references services.services (organization_id, id),
  foreign key (organization_id, invoice_id) references billing.invoices (organization_id, id),
  foreign key (organization_id, follow_up_of) references support.tickets (organization_id, id),
  check ((status in ('resolved', 'closed')) = (settled_at is not null)),
  check (settled_at is null or waiting_since is null),
  check ((assignee_id is null) = (assignee_name is null))
);
create index tickets_recent on support.tickets (organization_id, last_message_at desc, id desc);
create index tickets_active on support.tickets (organization_id, last_message_at desc, id desc) include (status, unread_by_client)
  where settled_at is null;
create index tickets_of_service on support.tickets (organization_id, service_id) where service_id is not null;
create index tickets_of_invoice on support.tickets (organization_id, invoice_id) where invoice_id is not null;
create index tickets_followed_up on support.tickets (organization_id, follow_up_of) where follow_up_of is not null;
create index tickets_latest on support.tickets (last_message_at desc, id desc);
create index tickets_waiting on support.tickets (urgency, waiting_since, id) where waiting_since is not null;
create index tickets_assigned on support.tickets (assignee_id, last_message_at desc) where settled_at is null;
create index tickets_resolved on support.tickets (settled_at) where status = 'resolved';

create table support.messages (
  organization_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  internal boolean not null,
  author text not null check (author in ('client', 'staff')),
  author_id uuid not null references identity.people (id),
  author_name text not null,
  -- Markdown as it was typed
  body text not null check (length(body) between 1 and 20000),
  posted_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, ticket_id) references support.tickets (organization_id, id),
  check (author = 'staff' or not internal)
);
create index messages_of_ticket on support.messages (organization_id, ticket_id, posted_at desc, id desc);

-- Who is told of replies, and may read the ticket whatever their role. The requester is the first.
create table support.followers (
  organization_id uuid not null,
  ticket_id uuid not null,
  person_id uuid not null references identity.people (id),
  name text not null,
  since timestamptz not null,
  primary key (organization_id, ticket_id, person_id),
  foreign key (organization_id, ticket_id) references support.tickets (organization_id, id)
);
create index followers_of_person on support.followers (organization_id, person_id, ticket_id);

-- An upload becomes an attachment when a message takes it; what no message takes is swept away.
create table support.attachments (
  organization_id uuid not null references organizations.organizations (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  type text not null,
  -- bytes; null until all of them are kept
  size bigint check (size >= 0),
  internal boolean not null,
  ticket_id uuid,
  message_id uuid,
  uploaded_by uuid not null references identity.people (id),
  uploaded_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, ticket_id) references support.tickets (organization_id, id),
  foreign key (organization_id, message_id) references support.messages (organization_id, id),
  check ((ticket_id is null) = (message_id is null)),
  check (message_id is null or size is not null)
);
create index attachments_of_message on support.attachments (organization_id, message_id) where message_id is not null;
create index attachments_left on support.attachments (uploaded_at) where message_id is null;

-- The words of a ticket in both languages, without their places: one row for each `part` of five messages, so that a reply never
-- rewrites a long history. Every part has the subject's words too.
create table support.search (
  organization_id uuid not null,
  ticket_id uuid not null,
  internal boolean not null,
  part integer not null,
  until timestamptz not null,
  document tsvector not null,
  primary key (organization_id, ticket_id, internal, part),
  foreign key (organization_id, ticket_id) references support.tickets (organization_id, id)
);
-- Rare words are found by the first, common ones by walking the others from the latest on: the planner knows which are which.
create index search_documents on support.search using gin (organization_id, document) with (gin_pending_list_limit = 1024);
create index search_recent on support.search (organization_id, until desc, ticket_id desc);
create index search_latest on support.search (until desc, ticket_id desc);

select kernel.public_to_read('support.queues');
select kernel.organization_owned('support.tickets', 'select, update (status, settled_at, waiting_since, unread_by_client, version)');
select kernel.organization_owned('support.followers', 'select, insert, delete');
select kernel.organization_owned('support.messages', 'select');
select kernel.organization_owned('support.attachments', 'select, insert, update (size)');
select kernel.staff_only('support.search');

-- What staff say among themselves does not exist for the portal's role, whatever a query forgets.
create policy no_notes on support.messages as restrictive to clientarea_portal using (not internal) with check (not internal);
create policy no_notes on support.attachments as restrictive to clientarea_portal using (not internal) with check (not internal);

create function support.is_system() returns boolean language sql stable as
  $$ select pg_has_role(current_setting('role'), 'clientarea_system', 'usage') $$;

-- Opening and replying are the busiest writes: as plain statements, planning them under row-level security would cost more than
-- running them. These functions keep their plans. They run as the owner of the tables, so they look themselves whose rows they touch;
-- the portal's role may write tickets and messages in no other way.

create function support.may_write(of uuid) returns boolean language sql stable as
  $$ select of = any (kernel.organizations()) or support.is_system() $$;

-- Adds a message, its words for the search, and the uploads of its author that are still there. Returns how many those were.
create function support.add_message(m support.messages, words text, part integer, files uuid[], uploaded_after timestamptz)
  returns integer language plpgsql set search_path = pg_catalog as $$
declare
  taken integer := 0;
begin
  insert into support.messages select m.*;
  insert into support.search as s (organization_id, ticket_id, internal, part, until, document)
    values (m.organization_id, m.ticket_id, m.internal, part, m.posted_at,
      strip(to_tsvector('indonesian', words) || to_tsvector('english', words)))
    on conflict on constraint search_pkey do update set document = s.document || excluded.document, until = excluded.until;
  if files <> '{}' then
    -- what staff upload is internal until a public message takes it
    update support.attachments a set ticket_id = m.ticket_id, message_id = m.id, internal = m.internal
      where a.organization_id = m.organization_id and a.id = any (files) and a.uploaded_by = m.author_id
        and a.message_id is null and a.size is not null and a.uploaded_at > uploaded_after
        and (m.author = 'staff' or not a.internal);
    get diagnostics taken = row_count;
  end if;
  return taken;
end $$;

create function support.open_ticket(ticket jsonb, message jsonb, words text, files uuid[], uploaded_after timestamptz)
  returns table (number bigint, attached integer)
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  t support.tickets := jsonb_populate_record(null::support.tickets, ticket);
  m support.messages := jsonb_populate_record(null::support.messages, message);
begin
  if not support.may_write(t.organization_id) then return; end if;
  insert into support.tickets as made (organization_id, id, subject, kind, priority, status, queue, service_id, invoice_id, follow_up_of,
      requester_id, requester_name, opened_at, last_message_at, last_message_id, last_message_by, messages, waiting_since,
      unread_by_client, unread_by_staff)
    values (t.organization_id, t.id, t.subject, t.kind, t.priority, t.status, t.queue, t.service_id, t.invoice_id, t.follow_up_of,
      t.requester_id, t.requester_name, t.opened_at, t.opened_at, m.id, m.author, 1, t.waiting_since,
      m.author = 'staff', m.author = 'client')
    returning made.number into number;
  insert into support.followers values (t.organization_id, t.id, t.requester_id, t.requester_name, t.opened_at);
  attached := support.add_message(m, t.subject || ' ' || words, 0, files, uploaded_after);
  return next;
end $$;

-- Posts a public message. `of_follower`: only where that person follows. No row: there is no such ticket. A row without `status`: it was
-- not posted, since somebody wrote after the message that was `seen`, or since a client came back when the ticket had been settled for
-- longer than the setting says (`reopen_days` where it says nothing). `new_status` null is a client's reply: a ticket nobody has looked
-- at stays new, any other is open.
create function support.post_message(message jsonb, words text, files uuid[], uploaded_after timestamptz, of_follower uuid,
    seen uuid, reopen_days integer, new_status text)
  returns table (was text, status text, number bigint, subject text, assignee_was uuid, assignee uuid, attached integer,
    slug text, followers uuid[])
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
  select o.slug into slug from organizations.organizations o where o.id = m.organization_id;
  followers := array(
    select f.person_id from support.followers f
    join organizations.members b on b.organization_id = f.organization_id and b.person_id = f.person_id
    where f.organization_id = m.organization_id and f.ticket_id = m.ticket_id and f.person_id <> m.author_id);
  return next;
end $$;

-- Where all the words were said together: the tickets, those where it was said last first, up to `most` of them after a cursor.
-- `of` null asks in every organization, which only the system may; it finds notes too. `person`: only what that person follows.
-- `@@` is not leakproof, so under row-level security it could not use its index; this function looks for the portal, and only where
-- the portal may look. Planned anew each time, since how common the words are decides the way.
create function support.matching(of uuid, words tsquery, person uuid, before timestamptz, before_id uuid, most integer)
  returns table (ticket_id uuid, until timestamptz)
  language plpgsql stable security definer rows 50 set search_path = pg_catalog as $$
declare
  everything boolean := support.is_system();
begin
  if not everything and coalesce(of <> all (kernel.organizations()), true) then return; end if;
  return query execute
    'select s.ticket_id, s.until from support.search s
     where s.document @@ $2 and ($1 is null or s.organization_id = $1) and ($7 or not s.internal)
       and ($4 is null or (s.until, s.ticket_id) < ($4, $5))
       and ($3 is null or exists (select from support.followers f
         where f.organization_id = s.organization_id and f.ticket_id = s.ticket_id and f.person_id = $3))
       and not exists (select from support.search l
         where l.organization_id = s.organization_id and l.ticket_id = s.ticket_id and ($7 or not l.internal)
           and (l.until, l.internal, l.part) > (s.until, s.internal, s.part) and l.document @@ $2)
     order by s.until desc, s.ticket_id desc limit $6'
    using of, words, person, before, before_id, most, everything;
end $$;
