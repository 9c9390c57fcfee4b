-- Whoever wants each service on an invoice of its own.
alter table billing.tax_profiles add column apart boolean not null default false;

-- Services whose renewals are not paid without asking: they share no invoice with those that are. Follows what the payer chooses.
create table billing.services_paid_by_hand (
  organization_id uuid not null,
  service_id uuid not null,
  primary key (organization_id, service_id),
  foreign key (organization_id, service_id) references services.services (organization_id, id)
);
select kernel.staff_only('billing.services_paid_by_hand');

-- Several services share an invoice.
alter table billing.run_clients add column services integer not null default 0;
update billing.run_clients set services = invoices;

comment on column billing.balances.largest is
  'the most that was asked for one service at once before newest_on, with tax; of invoices from before services shared them, their total';

-- By which timeline an invoice for a plan would be chased.
create function billing.timeline_of(plan uuid) returns uuid language sql stable set search_path = pg_catalog as $$
  select coalesce(
    (select own.timeline_id from catalog.plans p join billing.dunning_families own on own.product_id = p.product_id where p.id = plan),
    (select shared.timeline_id from catalog.plans p join catalog.products r on r.id = p.product_id
      join billing.dunning_families shared on shared.group_id = r.group_id where p.id = plan),
    (select id from billing.dunning_timelines where is_default))
$$;

-- How many other services of a client share the next invoice of this one, as it stands now; also where the reader sees only this one.
create function billing.renewed_with(of uuid, service uuid) returns integer
  language sql stable security definer set search_path = pg_catalog as $$
  select count(*)::integer
  from services.services s join services.services o on o.organization_id = s.organization_id and o.id <> s.id
    and o.next_invoice_on = s.next_invoice_on and o.currency = s.currency and o.state in ('trialing', 'active', 'past_due')
    and not o.suspended_for @> '{non_payment}' and coalesce(o.period_to, o.trial_ends_on) = coalesce(s.period_to, s.trial_ends_on)
    and (coalesce(o.choices -> 'metered', '[]') = '[]') = (coalesce(s.choices -> 'metered', '[]') = '[]')
    and billing.timeline_of(o.plan_id) = billing.timeline_of(s.plan_id)
    and exists (select from billing.services_paid_by_hand h where h.organization_id = o.organization_id and h.service_id = o.id)
      = exists (select from billing.services_paid_by_hand h where h.organization_id = s.organization_id and h.service_id = s.id)
  where s.organization_id = of and s.id = service
    and (of = any (kernel.organizations()) or current_setting('role') <> 'clientarea_portal')
    and not exists (select from billing.buyer_of(of) b join billing.tax_profiles p on p.organization_id = b.id where p.apart)
$$;
