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
create index tickets_active on support.tickets (organization_id, status) where settled_at is null;
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
select kernel.organization_owned('support.tickets', 'select, insert, update (status, last_message_at, last_message_id,
  last_message_by, messages, waiting_since, settled_at, unread_by_client, unread_by_staff, version)');
select kernel.organization_owned('support.followers', 'select, insert, delete');
select kernel.organization_owned('support.messages', 'select, insert');
select kernel.organization_owned('support.attachments', 'select, insert, update (size, ticket_id, message_id)');
select kernel.organization_owned('support.search', 'select, insert, update (document, until)');

-- What staff say among themselves does not exist for the portal's role, whatever a query forgets.
create policy no_notes on support.messages as restrictive to clientarea_portal using (not internal) with check (not internal);
create policy no_notes on support.attachments as restrictive to clientarea_portal using (not internal) with check (not internal);
create policy no_notes on support.search as restrictive to clientarea_portal using (not internal) with check (not internal);

-- Where all the words were said together: the tickets, those where it was said last first, up to `most` of them after a cursor.
-- `of` null asks in every organization, which only the system may; it finds notes too. `person`: only what that person follows.
-- `@@` is not leakproof, so under row-level security it could not use its index; this function looks for the portal, and only where
-- the portal may look. Planned anew each time, since how common the words are decides the way.
create function support.matching(of uuid, words tsquery, person uuid, before timestamptz, before_id uuid, most integer)
  returns table (ticket_id uuid, until timestamptz)
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  everything boolean := pg_has_role(current_setting('role'), 'clientarea_system', 'usage');
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
