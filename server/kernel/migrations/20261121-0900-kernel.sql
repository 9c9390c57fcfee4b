-- What every module stands on: facts, what was handled, settings, idempotency and messages on their way out.

create function kernel.organizations() returns uuid[] language sql stable parallel safe as
  $$ select coalesce(nullif(current_setting('clientarea.organizations', true), ''), '{}')::uuid[] $$;

create function kernel.person() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('clientarea.person', true), '')::uuid $$;

-- The four kinds of tables, each with its row-level security and grants in one call.

create function kernel.organization_owned(of regclass, portal_may text default 'select') returns void language plpgsql as $$
begin
  perform kernel.staff_only(of);
  execute format('grant %s on %s to clientarea_portal', portal_may, of);
  -- Queries name their organization as well. Were this a condition like theirs, the planner would multiply the two, expect one row of a
  -- client who has ten thousand, and walk through all of them; inside a case it only checks what the query's own condition found.
  execute format('create policy own on %s to clientarea_portal
    using (case when organization_id = any ((select kernel.organizations())::uuid[]) then true else false end)
    with check (organization_id = any ((select kernel.organizations())::uuid[]))', of);
end $$;

create function kernel.person_owned(of regclass, portal_may text default 'select') returns void language plpgsql as $$
begin
  perform kernel.staff_only(of);
  execute format('grant %s on %s to clientarea_portal', portal_may, of);
  execute format('create policy own on %s to clientarea_portal
    using (person_id = (select kernel.person())) with check (person_id = (select kernel.person()))', of);
end $$;

create function kernel.public_to_read(of regclass) returns void language plpgsql as $$
begin
  perform kernel.staff_only(of);
  execute format('grant select on %s to clientarea_portal', of);
  execute format('create policy anyone on %s for select to clientarea_portal using (true)', of);
end $$;

create function kernel.staff_only(of regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', of);
  execute format('grant select, insert, update, delete on %s to clientarea_system', of);
  execute format('create policy everything on %s to clientarea_system using (true) with check (true)', of);
end $$;

create table kernel.events (
  id uuid primary key,
  name text not null,
  audience text not null check (audience in ('organization', 'staff')),
  organization_id uuid,
  subject_kind text not null,
  subject_id text not null,
  actor_kind text not null check (actor_kind in ('anonymous', 'person', 'system')),
  actor_id uuid,
  data jsonb not null,
  request_id text,
  happened_at timestamptz not null,
  position bigint unique,
  hash bytea,
  check ((position is null) = (hash is null))
);
create index events_unsealed on kernel.events (happened_at, id) where position is null;
create index events_of_organization on kernel.events (organization_id, position desc);
create index events_of_subject on kernel.events (subject_id, position);
create index events_by_name on kernel.events (name, position desc);

create function kernel.keep_facts() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.position is null and new.position is not null
     and (to_jsonb(new) - 'position' - 'hash') = (to_jsonb(old) - 'position' - 'hash') then
    return new;
  end if;
  raise exception 'facts are only added: % of kernel.events is refused', lower(tg_op);
end $$;
create trigger keep_facts before update or delete on kernel.events for each row execute function kernel.keep_facts();
create trigger keep_all_facts before truncate on kernel.events execute function kernel.keep_facts();

-- The end of the chain. Whoever seals the next batch locks this row; writers of facts never do.
create table kernel.chain (
  one boolean primary key default true check (one),
  position bigint not null,
  hash bytea not null
);
insert into kernel.chain (position, hash) values (0, '\x0000000000000000000000000000000000000000000000000000000000000000');

create table kernel.handled (
  reaction text not null,
  event_id uuid not null references kernel.events (id),
  handled_at timestamptz not null,
  primary key (event_id, reaction)
);

create table kernel.settings (
  key text primary key,
  value jsonb not null,
  version bigint not null default 1,
  updated_at timestamptz not null
);

-- One row for each Idempotency-Key of one principal and route; written in the transaction of the effect.
create table kernel.idempotency (
  principal text not null,
  route text not null,
  key text not null check (length(key) between 8 and 255),
  request_hash bytea not null,
  status integer,
  response text,
  created_at timestamptz not null,
  primary key (principal, route, key)
);
create index idempotency_age on kernel.idempotency (created_at);

-- Portal requests keep their keys through these three, since the portal's role has no right to the table itself.
create function kernel.claim_key(who text, what text, given text, content bytea, at timestamptz)
  returns table (fresh boolean, hash bytea, status integer, response text)
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into kernel.idempotency as i (principal, route, key, request_hash, created_at) values (who, what, given, content, at)
    on conflict (principal, route, key) do update set created_at = excluded.created_at
      -- a request that ended without an answer (its process was killed) gives its key away after a minute
      where i.status is null and i.request_hash = excluded.request_hash and i.created_at < excluded.created_at - interval '1 minute';
  if found then
    return query select true, null::bytea, null::integer, null::text;
  else
    return query select false, i.request_hash, i.status, i.response from kernel.idempotency i
      where i.principal = who and i.route = what and i.key = given;
  end if;
end $$;

create function kernel.keep_answer(who text, what text, given text, code integer, answer text) returns void
  language sql security definer set search_path = pg_catalog as
  $$ update kernel.idempotency set status = code, response = answer where principal = who and route = what and key = given $$;

create function kernel.release_key(who text, what text, given text) returns void
  language sql security definer set search_path = pg_catalog as
  $$ delete from kernel.idempotency where principal = who and route = what and key = given and status is null $$;

-- Messages asked for and not yet handed to the notifications module. `data` is sealed, since it may hold a one-time link.
create table kernel.messages (
  id uuid primary key,
  kind text not null,
  person_id uuid,
  address text,
  recipient_name text,
  locale text,
  time_zone text,
  organization_id uuid,
  occurrence text not null,
  data text not null,
  created_at timestamptz not null,
  dispatched boolean not null default false,
  check ((person_id is null) <> (address is null))
);
create unique index messages_once_person on kernel.messages (person_id, kind, occurrence) where person_id is not null;
create unique index messages_once_address on kernel.messages (address, kind, occurrence) where address is not null;

create index messages_waiting on kernel.messages (created_at) where not dispatched;

create table kernel.data_keys (
  id integer primary key,
  wrapped text not null,
  created_at timestamptz not null
);

-- Jobs are put into the queue's tables by transactions of the system role.
grant usage on schema pgboss to clientarea_system;
grant select, insert, update, delete on all tables in schema pgboss to clientarea_system;
grant usage on all sequences in schema pgboss to clientarea_system;
alter default privileges in schema pgboss grant select, insert, update, delete on tables to clientarea_system;

-- Row-level security: the portal's role writes none of this itself; it reads the facts of its organizations.
grant usage on schema kernel to clientarea_portal, clientarea_system;
grant select on kernel.events, kernel.settings to clientarea_portal;
grant select, insert, update on kernel.events, kernel.settings, kernel.chain, kernel.idempotency, kernel.messages, kernel.data_keys to clientarea_system;
grant select, insert on kernel.handled to clientarea_system;
grant delete on kernel.idempotency, kernel.messages to clientarea_system;
alter table kernel.events enable row level security;
create policy everything on kernel.events to clientarea_system using (true) with check (true);
create policy own on kernel.events for select to clientarea_portal
  using (audience = 'organization' and case when organization_id = any ((select kernel.organizations())::uuid[]) then true else false end);
