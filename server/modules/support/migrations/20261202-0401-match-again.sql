-- Since when a ticket's promises are those of its client's present tier. Setting it looks again at what is promised, and turns the clocks.
alter table support.tickets add column matched_at timestamptz;

-- The rules are those of `matchAgain` in `domain/sla/match-again.ts`. Apart from `run_clocks`: nobody's tickets are opened or answered by it.
create function support.match_clocks() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  at timestamptz := new.matched_at;
  wanted text[] := case when new.waiting_since is null then '{resolution}'
    when new.first_answer_at is null then '{first,resolution}' else '{next,resolution}' end;
begin
  with open as materialized (
    select c.policy_id, c.goal, c.started_at, c.state, c.target, c.calendar_id, c.paused, c.warn_after,
      -- of it ran, and is left
      e.elapsed, greatest(c.target - e.elapsed, 0) as remaining
    from support.clocks c cross join lateral (
      select support.spent(c.calendar_id, coalesce(c.stopped_at, at)) - support.spent(c.calendar_id, c.started_at) - c.paused as elapsed
    ) e
    where c.organization_id = new.organization_id and c.ticket_id = new.id and c.state in ('running', 'paused', 'void')
  ), promised as materialized (
    select p.id, p.version, p.calendar_id, p.shown, p.titles, p.pauses, p.warn_percent, g.goal, g.target,
      g.target * p.warn_percent / 100 as warn
    from support.policies_for(new) p cross join lateral (
      select goal, (p.minutes -> new.priority ->> goal)::bigint * 60000 as target from unnest('{first,next,resolution}'::text[]) goal
    ) g where g.target is not null
  ), changed as (
    select o.policy_id, o.goal, o.started_at, p.target, p.warn, o.paused + f.forgiven as paused,
      support.spent(o.calendar_id, o.started_at) + o.paused + f.forgiven as base
    from open o left join promised p on p.id = o.policy_id and p.goal = o.goal
    cross join lateral (
      select case when o.elapsed < p.target then 0
        else o.elapsed - p.target + least(coalesce(nullif(o.remaining, 0), p.target), p.target) end as forgiven
    ) f
    -- what is over stays as it is, unless its policy lets it go
    where p.target is distinct from o.target and (p.target is null or o.remaining > 0)
  ), turned as (
    update support.clocks c set
        state = case when n.target is null then 'dropped' else c.state end,
        stopped_at = case when n.target is null then coalesce(c.stopped_at, at) else c.stopped_at end,
        breached_at = coalesce(c.breached_at, case when c.state = 'running' and c.due_at < at then c.due_at end),
        target = coalesce(n.target, c.target), paused = coalesce(n.paused, c.paused), warn_after = n.warn,
        due_at = case when n.target is null then c.due_at else support.when_spent(c.calendar_id, n.base + n.target) end,
        warn_at = case when n.target is null then c.warn_at else support.when_spent(c.calendar_id, n.base + n.warn) end
      from changed n
      where c.organization_id = new.organization_id and c.ticket_id = new.id
        and (c.policy_id, c.goal, c.started_at) = (n.policy_id, n.goal, n.started_at)
  )
  -- What begins to hold counts from when the longest of its goal began, with what ran of that.
  insert into support.clocks as c (organization_id, ticket_id, policy_id, policy_version, goal, started_at, calendar_id, titles, target,
      warn_after, pauses, state, paused, stopped_at, due_at, warn_at)
    select new.organization_id, new.id, p.id, p.version, p.goal, s.started_at, p.calendar_id, case when p.shown then p.titles end, p.target,
      p.warn, p.pauses, s.state, s.paused, case when s.state <> 'running' then at end,
      support.when_spent(p.calendar_id, s.base + s.paused + p.target), support.when_spent(p.calendar_id, s.base + s.paused + p.warn)
    from promised p
    left join lateral (
      select o.started_at, o.elapsed, o.remaining from open o
      where o.goal = p.goal and o.state in ('running', 'paused') order by o.elapsed desc limit 1
    ) o on true
    cross join lateral (
      select support.spent(p.calendar_id, at) - support.spent(p.calendar_id, o.started_at) as since
    ) h
    cross join lateral (
      -- by its own hours less may have run since
      select least(o.elapsed, h.since) as elapsed
    ) e
    cross join lateral (
      select coalesce(o.started_at, at) as started_at,
        case when p.goal = 'resolution' and new.status = any (p.pauses) then 'paused' else 'running' end as state,
        support.spent(p.calendar_id, coalesce(o.started_at, at)) as base,
        coalesce(h.since - e.elapsed + case when e.elapsed < p.target then 0
          else e.elapsed - p.target + least(coalesce(nullif(o.remaining, 0), p.target), p.target) end, 0) as paused
    ) s
    where p.goal = any (wanted) and not exists (
      select from support.clocks x where x.organization_id = new.organization_id and x.ticket_id = new.id and x.policy_id = p.id
        and x.goal = p.goal and x.state <> 'dropped' and (x.goal <> 'next' or x.state = 'running'))
  on conflict (organization_id, ticket_id, policy_id, goal, started_at) do update set
      policy_version = excluded.policy_version, titles = excluded.titles, target = excluded.target, warn_after = excluded.warn_after,
      calendar_id = excluded.calendar_id, pauses = excluded.pauses, state = excluded.state, paused = excluded.paused,
      stopped_at = excluded.stopped_at, due_at = excluded.due_at, warn_at = excluded.warn_at
    where c.state = 'dropped';
  new.due_at := (select min(c.due_at) from support.clocks c
    where c.organization_id = new.organization_id and c.ticket_id = new.id and c.state = 'running');
  return new;
end $$;
create trigger clocks_of_matched before update of matched_at on support.tickets for each row
  when (new.settled_at is null and new.matched_at is distinct from old.matched_at)
  execute function support.match_clocks();
