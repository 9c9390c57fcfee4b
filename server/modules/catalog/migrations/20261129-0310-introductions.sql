-- What a plan costs at first: {"months", "percent"}, so many months at so many hundredths of a percent less; null: its price from the beginning.
alter table catalog.plans add column introduction jsonb check (
  (introduction ->> 'months')::integer between 1 and 36 and (introduction ->> 'percent')::integer between 1 and 10000);
grant select (introduction) on catalog.plans to clientarea_portal;
