-- The one tax that the business had set: it goes on to fall on everything that was taxed, for every client, wherever that one is.
insert into kernel.settings (key, value, updated_at, version)
select 'billing.tax', jsonb_build_object(
    'registered', case when (value -> 'tax' ->> 'charged')::boolean then '[{"from": "1900-01-01", "until": null}]'::jsonb else '[]'::jsonb end,
    'inclusive', value -> 'tax' -> 'inclusive'), updated_at, 1
from kernel.settings where key = 'billing.invoicing' and value ? 'tax'
on conflict (key) do nothing;

delete from billing.tax_rules
where country = 'ID' and category = 'standard' and buyer in ('any', 'foreign') and exists (
  select from kernel.settings where key = 'billing.invoicing' and (value -> 'tax' ->> 'charged')::boolean);

insert into billing.tax_rules (country, category, buyer, valid_from, name, percent, base_numerator, base_denominator, code, transaction_code)
select 'ID', 'standard', 'any', '1900-01-01', value -> 'tax' -> 'name', (value -> 'tax' ->> 'percent')::numeric,
  (value -> 'tax' -> 'base' ->> 'numerator')::integer, (value -> 'tax' -> 'base' ->> 'denominator')::integer, 'S',
  case when value -> 'tax' -> 'base' ->> 'numerator' = value -> 'tax' -> 'base' ->> 'denominator' then '01' else '04' end
from kernel.settings where key = 'billing.invoicing' and (value -> 'tax' ->> 'charged')::boolean;

update kernel.settings set value = value - 'tax' where key = 'billing.invoicing';
