-- What came off an item when it was ordered, in minor units: [{"names", "percent", "amount", "setup"}]. Kept with the order, as its prices
-- are; the invoice says the same, and is not always the reader's.
alter table orders.items add discounts jsonb not null default '[]' check (jsonb_typeof(discounts) = 'array');
update orders.items i set discounts = taken.list
from (
  select l.organization_id, l.service_id, v.order_id,
    jsonb_agg(d || jsonb_build_object('setup', l.why ->> 'kind' = 'setup')) as list
  from billing.invoice_lines l join billing.invoices v on v.organization_id = l.organization_id and v.id = l.invoice_id
    cross join lateral jsonb_array_elements(l.why -> 'discounts') d
  where l.service_id is not null and v.order_id is not null and v.kind = 'order'
  group by 1, 2, 3
) taken
where taken.organization_id = i.organization_id and taken.service_id = i.service_id and taken.order_id = i.order_id;
