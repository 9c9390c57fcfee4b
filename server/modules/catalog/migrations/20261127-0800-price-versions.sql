-- What something costs has versions, each for a time. None is changed but for its end, so what was sold under one can always say which.
-- `starts_at`: from when new orders are at it; null for the prices from before versions were kept. `ends_at`: up to when; null without an end.
-- `tiers`: where the price of a unit depends on how many there are, {"model", "tiers": [{"upTo", "each", "fixed"}]} in minor units of the
-- recurring price; `recurring` is then what one unit costs.
alter table catalog.prices
  add column version integer not null default 1 check (version >= 1),
  add column starts_at timestamptz,
  add column ends_at timestamptz,
  add column tiers jsonb check (tiers ->> 'model' in ('graduated', 'volume') and jsonb_array_length(tiers -> 'tiers') between 1 and 20),
  add column added_by uuid references identity.people (id),
  add constraint prices_in_order check (ends_at >= starts_at),
  add constraint prices_of_tiers check (tiers is null or plan_id is not null);
alter table catalog.prices drop constraint prices_pkey, add primary key (item_id, currency, cycle, version);
create unique index prices_without_end on catalog.prices (item_id, currency, cycle) where ends_at is null;
