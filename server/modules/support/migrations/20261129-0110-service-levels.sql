-- When desks are there. The hours themselves are what counting goes by: one row for each unbroken time, with the milliseconds of business
-- time before it. They are written ahead by the application; what is past is never rewritten, so a calendar's history is its rows.
create table support.calendars (
  id uuid primary key,
  name text not null check (length(name) between 1 and 80),
  zone text not null,
  week jsonb not null check (jsonb_array_length(week) = 7),
  holidays jsonb not null,
  version integer not null default 1
);
create table support.calendar_hours (
  calendar_id uuid not null references support.calendars (id),
  opens_at timestamptz not null,
  closes_at timestamptz not null check (closes_at >= opens_at),
  before bigint not null check (before >= 0),
  primary key (calendar_id, opens_at)
);
create index calendar_hours_by_time_spent on support.calendar_hours (calendar_id, before);

-- What is promised, to whom. A version is never changed; the current one is what tickets are matched with.
create table support.policies (
  id uuid not null,
  version integer not null,
  current boolean not null default true,
  active boolean not null,
  titles jsonb not null check (jsonb_typeof(titles -> 'id') = 'string' and jsonb_typeof(titles -> 'en') = 'string'),
  calendar_id uuid not null references support.calendars (id),
  -- clients see what they were promised; else staff keep it among themselves
  shown boolean not null,
  -- null: any
  organizations uuid[],
  products uuid[],
  queues text[],
  priorities text[],
  kinds text[],
  -- by priority and goal
  minutes jsonb not null,
  pauses text[] not null,
  warn_percent integer check (warn_percent between 1 and 99),
  tell_warning text[] not null,
  tell_breach text[] not null,
  saved_at timestamptz not null,
  primary key (id, version)
);
create unique index policies_current on support.policies (id) where current;

-- A promise as it runs for a ticket. What it was taken from stands in the row, so that nothing later rewrites it.
create table support.clocks (
  organization_id uuid not null,
  ticket_id uuid not null,
  policy_id uuid not null,
  policy_version integer not null,
  goal text not null check (goal in ('first', 'next', 'resolution')),
  started_at timestamptz not null,
  calendar_id uuid not null references support.calendars (id),
  -- null: clients do not see it
  titles jsonb,
  -- milliseconds of business time, as are the others
  target bigint not null check (target > 0),
  warn_after bigint,
  pauses text[] not null,
  -- `void`: not owed as things stand; `dropped`: the policy does not hold any more
  state text not null check (state in ('running', 'paused', 'met', 'void', 'dropped')),
  paused bigint not null default 0,
  stopped_at timestamptz,
  due_at timestamptz,
  warn_at timestamptz,
  warned_at timestamptz,
  -- when it was over; stays, whatever comes later
  breached_at timestamptz,
  told_at timestamptz,
  primary key (organization_id, ticket_id, policy_id, goal, started_at),
  -- at the end of the transaction, since a new ticket's clocks are there a moment before it
  foreign key (organization_id, ticket_id) references support.tickets (organization_id, id) deferrable initially deferred,
  foreign key (policy_id, policy_version) references support.policies (id, version),
  check ((state = 'running') = (stopped_at is null))
);
create index clocks_to_breach on support.clocks (due_at) where state = 'running' and breached_at is null;
create index clocks_to_warn on support.clocks (warn_at) where state = 'running' and warned_at is null and breached_at is null;
create index clocks_to_tell on support.clocks (breached_at) where breached_at is not null and told_at is null;
create index clocks_by_start on support.clocks (started_at);
create index clocks_of_calendar on support.clocks (calendar_id) where state in ('running', 'paused', 'void');

alter table support.tickets
  -- when staff, the client or the system last changed it besides writing in it
  add column touched_at timestamptz,
  -- the earliest of its running clocks
  add column due_at timestamptz;
create index tickets_due on support.tickets (due_at, id) where due_at is not null;

grant update (touched_at) on support.tickets to clientarea_portal;

select kernel.staff_only('support.calendars');
select kernel.staff_only('support.calendar_hours');
select kernel.staff_only('support.policies');
select kernel.organization_owned('support.clocks', 'select');

-- Milliseconds of business time of a calendar up to an instant. For the portal too: its reports say how long answers took.
-- In plpgsql, as are those below, since a function in SQL that is not inlined is planned anew in every statement.
create function support.spent(calendar uuid, instant timestamptz) returns bigint
  language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return coalesce((
    select h.before + (extract(epoch from least(instant, h.closes_at) - h.opens_at) * 1000)::bigint
    from support.calendar_hours h where h.calendar_id = calendar and h.opens_at <= instant
    order by h.opens_at desc limit 1), 0);
end $$;

-- The first instant by which so much business time has passed; null beyond what is known of the calendar.
create function support.when_spent(calendar uuid, business bigint) returns timestamptz
  language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return (select case when x.instant <= x.closes_at then x.instant end from (
    select h.opens_at + make_interval(secs => (business - h.before) / 1000.0) as instant, h.closes_at
    from support.calendar_hours h where h.calendar_id = calendar and h.before < business
    order by h.before desc, h.opens_at desc limit 1
  ) x);
end $$;

create function support.policies_for(t support.tickets) returns setof support.policies
  language plpgsql stable set search_path = pg_catalog as $$
begin
  return query select p.* from support.policies p
  where p.current and p.active
    and (p.organizations is null or t.organization_id = any (p.organizations))
    and (p.queues is null or t.queue = any (p.queues))
    and (p.priorities is null or t.priority = any (p.priorities))
    and (p.kinds is null or t.kind = any (p.kinds))
    and (p.products is null or exists (
      select from services.services s join catalog.plans c on c.id = s.plan_id
      where s.organization_id = t.organization_id and s.id = t.service_id and c.product_id = any (p.products)));
end $$;

-- Starts clocks for these goals by every policy that holds, but for those that run already or ran once and for all.
create function support.start_clocks(t support.tickets, wanted text[], at timestamptz) returns void
  language plpgsql set search_path = pg_catalog as $$
begin
  insert into support.clocks (organization_id, ticket_id, policy_id, policy_version, goal, started_at, calendar_id, titles, target,
      warn_after, pauses, state, stopped_at, due_at, warn_at)
    select t.organization_id, t.id, p.id, p.version, g.goal, at, p.calendar_id, case when p.shown then p.titles end, g.target,
      g.target * p.warn_percent / 100, p.pauses, g.state, case when g.state <> 'running' then at end,
      support.when_spent(p.calendar_id, s.now + g.target), support.when_spent(p.calendar_id, s.now + g.target * p.warn_percent / 100)
    from support.policies_for(t) p
    cross join lateral (
      select goal, (p.minutes -> t.priority ->> goal)::bigint * 60000 as target,
        case when goal = 'resolution' and t.status = any (p.pauses) then 'paused' else 'running' end as state
      from unnest(wanted) as goal
    ) g
    cross join lateral (select support.spent(p.calendar_id, at) as now) s
    where g.target is not null and not exists (
      select from support.clocks c where c.organization_id = t.organization_id and c.ticket_id = t.id and c.policy_id = p.id
        and c.goal = g.goal and c.state <> 'dropped' and (c.goal <> 'next' or c.state = 'running'))
  on conflict do nothing;
end $$;

-- Clocks follow the ticket in the statement that changes it, whoever sends that: every channel counts. The rules are those of
-- `domain/sla/clock.ts`, which reads them from what happened; tests and the doctor hold the two against each other.
-- Planned once: the planner would think so much less of few goals than of any that it would plan anew for each ticket, which takes ten
-- times as long as all the rest.
create function support.run_clocks() returns trigger language plpgsql security definer
  set search_path = pg_catalog set plan_cache_mode = force_generic_plan as $$
declare
  at timestamptz := greatest(new.last_message_at, new.touched_at);
  answered boolean;
  anew boolean;
begin
  if tg_op = 'INSERT' then
    perform support.start_clocks(new, case when new.waiting_since is null then '{resolution}' else '{first,resolution}' end::text[], at);
  else
    answered := new.last_message_by = 'staff' and new.last_message_id <> old.last_message_id;
    anew := (new.priority, new.kind, new.queue, new.service_id) is distinct from (old.priority, old.kind, old.queue, old.service_id);
    if anew then
      update support.clocks c set
          state = case when n.target is null then 'dropped' else c.state end,
          stopped_at = case when n.target is null then coalesce(c.stopped_at, at) else c.stopped_at end,
          breached_at = coalesce(c.breached_at, case when c.state = 'running' and c.due_at < at then c.due_at end),
          target = coalesce(n.target, c.target), warn_after = n.warn,
          due_at = support.when_spent(c.calendar_id, n.base + coalesce(n.target, c.target)),
          warn_at = support.when_spent(c.calendar_id, n.base + n.warn)
        from (
          select k.policy_id, k.goal, k.started_at, m.target, m.target * m.warn_percent / 100 as warn,
            support.spent(k.calendar_id, k.started_at) + k.paused as base
          from support.clocks k left join lateral (
            select (p.minutes -> new.priority ->> k.goal)::bigint * 60000 as target, p.warn_percent
            from support.policies_for(new) p where p.id = k.policy_id
          ) m on true
          where k.organization_id = new.organization_id and k.ticket_id = new.id and k.state in ('running', 'paused', 'void')
            and m.target is distinct from k.target
        ) n
        where c.organization_id = new.organization_id and c.ticket_id = new.id
          and (c.policy_id, c.goal, c.started_at) = (n.policy_id, n.goal, n.started_at);
    end if;
    update support.clocks c set
        state = w.state,
        breached_at = coalesce(c.breached_at, case when c.state = 'running' and c.due_at < at then c.due_at end),
        stopped_at = case when w.state = 'running' then null when c.state = 'running' then at else c.stopped_at end,
        paused = w.paused,
        due_at = case when w.state = 'running' then support.when_spent(c.calendar_id, w.base + w.paused + c.target) else c.due_at end,
        warn_at = case when w.state = 'running' then support.when_spent(c.calendar_id, w.base + w.paused + c.warn_after) else c.warn_at end
      from (
        select k.policy_id, k.goal, k.started_at, d.state, support.spent(k.calendar_id, k.started_at) as base,
          k.paused + case when d.state = 'running'
            then support.spent(k.calendar_id, at) - support.spent(k.calendar_id, k.stopped_at) else 0 end as paused
        from support.clocks k cross join lateral (
          select case k.goal
            when 'resolution' then case
              when new.status in ('merged', 'spam') then 'void' when new.settled_at is not null then 'met'
              when new.status = any (k.pauses) then 'paused' else 'running' end
            when 'first' then case
              when new.first_answer_at is not null then 'met' when new.waiting_since is not null then 'running' else 'void' end
            else case when new.waiting_since <= k.started_at then 'running' when answered then 'met' else 'void' end
          end as state
        ) d
        where k.organization_id = new.organization_id and k.ticket_id = new.id and k.state <> 'dropped'
          and (k.goal <> 'next' or k.state = 'running') and d.state <> k.state
      ) w
      where c.organization_id = new.organization_id and c.ticket_id = new.id
        and (c.policy_id, c.goal, c.started_at) = (w.policy_id, w.goal, w.started_at);
    if new.waiting_since is not null and old.waiting_since is null then
      perform support.start_clocks(new, array[case when new.first_answer_at is null then 'first' else 'next' end], new.waiting_since);
    end if;
    if anew and new.settled_at is null then
      perform support.start_clocks(new, case when new.waiting_since is null then '{resolution}'
        when new.first_answer_at is null then '{first,resolution}' else '{next,resolution}' end::text[], at);
    end if;
  end if;
  new.due_at := (select min(c.due_at) from support.clocks c
    where c.organization_id = new.organization_id and c.ticket_id = new.id and c.state = 'running');
  return new;
end $$;
create trigger clocks_of_new before insert on support.tickets for each row execute function support.run_clocks();
create trigger clocks_of_changed before update on support.tickets for each row
  when ((old.status, old.waiting_since, old.first_answer_at, old.priority, old.kind, old.queue, old.service_id)
    is distinct from (new.status, new.waiting_since, new.first_answer_at, new.priority, new.kind, new.queue, new.service_id))
  execute function support.run_clocks();

-- After the hours ahead of a calendar have changed: what still runs is due by the new ones.
create function support.reckon_again(calendar uuid) returns void language sql set search_path = pg_catalog as $$
  with moved as (
    update support.clocks c set
        due_at = support.when_spent(calendar, support.spent(calendar, c.started_at) + c.paused + c.target),
        warn_at = support.when_spent(calendar, support.spent(calendar, c.started_at) + c.paused + c.warn_after)
      where c.calendar_id = calendar and c.state in ('running', 'paused', 'void') and c.breached_at is null
      returning c.organization_id, c.ticket_id, c.policy_id, c.goal, c.started_at, c.state, c.due_at
  )
  update support.tickets t set due_at = (
      select min(coalesce(m.due_at, c.due_at)) from support.clocks c
      left join moved m on (m.organization_id, m.ticket_id, m.policy_id, m.goal, m.started_at)
        = (c.organization_id, c.ticket_id, c.policy_id, c.goal, c.started_at)
      where c.organization_id = t.organization_id and c.ticket_id = t.id and c.state = 'running')
    where (t.organization_id, t.id) in (select m.organization_id, m.ticket_id from moved m where m.state = 'running')
$$;
