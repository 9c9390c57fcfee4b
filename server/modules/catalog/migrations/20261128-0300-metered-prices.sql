-- What is measured of services. How it counts never changes: what was sold is counted by it.
create table catalog.meters (
  id uuid primary key,
  code text not null unique check (code ~ '^[a-z][a-z0-9_-]{0,39}$'),
  name jsonb not null,
  unit jsonb not null,
  aggregation text not null check (aggregation in ('sum', 'max', 'last', 'unique')),
  decimals integer not null check (decimals between 0 and 6),
  rounding text not null check (rounding in ('nearest', 'up', 'down')),
  archived_at timestamptz,
  version integer not null default 1
);
select kernel.staff_only('catalog.meters');
-- What use costs on top of a plan's price, paid after its period: [{"meter": {…}, "model", …, "included", "minimum"}] with each meter as it was
-- called then, so that a version of a price says all of it.
alter table catalog.prices
  add column charges jsonb check (jsonb_typeof(charges) = 'array' and jsonb_array_length(charges) between 1 and 10),
  add constraint prices_of_use check (charges is null or (plan_id is not null and cycle <> 'one_time'));
