-- What was promised to be taken off the price, in the order it comes off: [{"redemption", "names", "percent", "amount", "cycle", "plans",
-- "cycles", "periods", "until"}].
alter table services.services add column discounts jsonb not null default '[]' check (jsonb_typeof(discounts) = 'array');
grant select (discounts) on services.services to clientarea_portal;
