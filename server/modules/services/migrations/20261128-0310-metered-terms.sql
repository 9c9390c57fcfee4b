-- What use of a service costs from a day on, as it was agreed then; only services that have or had such charges have rows. `metered` is a list
-- of charges, empty from the day they are none. The anchor and cycle say how periods are cut. What was agreed never changes but on its own day.
create table services.metered_terms (
  organization_id uuid not null,
  service_id uuid not null,
  from_on date not null,
  anchor_on date not null,
  cycle text not null,
  currency text not null check (length(currency) = 3),
  price_version integer check (price_version >= 1),
  metered jsonb not null check (jsonb_typeof(metered) = 'array'),
  primary key (organization_id, service_id, from_on),
  foreign key (organization_id, service_id) references services.services (organization_id, id)
);
select kernel.organization_owned('services.metered_terms', 'select');
select kernel.about_services('services.metered_terms');
create index services_ended on services.services (ended_at) where state = 'ended';
