-- Whether services of a product may be paused, by whom, from when on, what becomes of paid time, for how long and how often in twelve months;
-- null: no limit.
alter table catalog.products add column pauses jsonb not null
  default '{"who": "nobody", "begins": "now", "unused": "extend", "longestDays": null, "perYear": null}';
grant select (pauses) on catalog.products to clientarea_portal;
