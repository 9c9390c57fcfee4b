-- What a product is for taxes, instead of whether it is taxed at all. `tax_included`: whether its prices contain tax; null: as the business says.
alter table catalog.products
  add column tax_category text not null default 'standard'
    check (tax_category in ('standard', 'reduced', 'luxury', 'digital', 'zero', 'exempt', 'outside')),
  add column tax_included boolean;
update catalog.products set tax_category = 'outside' where not taxable;
alter table catalog.products alter column tax_category drop default, drop column taxable;
grant select (tax_category, tax_included) on catalog.products to clientarea_portal;
