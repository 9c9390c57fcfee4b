-- Which version of the plan's price in the catalog a service was sold under; null: a price of its own. And the price announced for later:
-- from the first day of a period on, with the version it is of and what announced it.
alter table services.services
  add column price_version integer check (price_version >= 1),
  add column coming_on date,
  add column coming_recurring bigint check (coming_recurring >= 0),
  add column coming_version integer check (coming_version >= 1),
  add column coming_choices jsonb,
  add column coming_move uuid,
  add constraint coming_together check (num_nulls(coming_on, coming_recurring, coming_choices, coming_move) in (0, 4));
create index services_to_reprice on services.services (coming_on, id) where coming_on is not null;
create index services_at_price on services.services (plan_id, currency, cycle) where state <> 'ended';
-- What was sold before versions were kept is of the first one, where its plan is sold like that.
update services.services s set price_version = 1
  from catalog.prices p where p.item_id = s.plan_id and p.currency = s.currency and p.cycle = s.cycle;
grant select (price_version, coming_on, coming_recurring, coming_version, coming_choices, coming_move) on services.services to clientarea_portal;
