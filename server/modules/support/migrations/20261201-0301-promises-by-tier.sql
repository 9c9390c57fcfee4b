-- What is promised can be for clients of some tiers. A client who gets another one has other clocks start from then on.
alter table support.policies add column tiers uuid[];

create or replace function support.policies_for(t support.tickets) returns setof support.policies
  language plpgsql stable set search_path = pg_catalog as $$
begin
  return query select p.* from support.policies p
  where p.current and p.active
    and (p.organizations is null or t.organization_id = any (p.organizations))
    and (p.tiers is null or exists (
      select from organizations.client_tiers c where c.organization_id = t.organization_id and c.tier_id = any (p.tiers)))
    and (p.queues is null or t.queue = any (p.queues))
    and (p.priorities is null or t.priority = any (p.priorities))
    and (p.kinds is null or t.kind = any (p.kinds))
    and (p.products is null or exists (
      select from services.services s join catalog.plans c on c.id = s.plan_id
      where s.organization_id = t.organization_id and s.id = t.service_id and c.product_id = any (p.products)));
end $$;
