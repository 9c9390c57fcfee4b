-- What becomes of changes to services of a product that run.
alter table catalog.products add column changes jsonb not null
  default '{"upgrade": "now", "downgrade": "period_end", "proration": "day", "unused": "credit", "onHold": "skip"}';
grant select (changes) on catalog.products to clientarea_portal;
