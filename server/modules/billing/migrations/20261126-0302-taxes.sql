-- Which tax falls on what, for whom and since when. `country` is where it is owed: 'EU' stands for any member state, 'ZZ' for anywhere.
-- `valid_until` is the first day on which it holds no more; of several that hold, the youngest one does.
create table billing.tax_rules (
  id uuid primary key default gen_random_uuid(),
  country text not null check (country ~ '^[A-Z]{2}$'),
  region text not null default '' check (length(region) <= 60),
  category text not null check (category in ('standard', 'reduced', 'luxury', 'digital', 'zero', 'exempt', 'outside')),
  buyer text not null check (buyer in ('any', 'consumer', 'business', 'treasurer', 'collector', 'eu_business', 'foreign')),
  valid_from date not null,
  valid_until date check (valid_until > valid_from),
  name jsonb not null check (jsonb_typeof(name -> 'id') = 'string' and jsonb_typeof(name -> 'en') = 'string'),
  percent numeric(6, 3) not null check (percent between 0 and 100),
  -- the taxed part of the price
  base_numerator integer not null default 1 check (base_numerator between 1 and 1000),
  base_denominator integer not null default 1 check (base_denominator between 1 and 1000),
  -- the category of EN 16931 (BT-118), and why nothing is charged (BT-120, BT-121)
  code text not null check (code in ('S', 'Z', 'E', 'AE', 'K', 'G', 'O')),
  exemption_code text not null default '' check (length(exemption_code) <= 40),
  reason jsonb check (jsonb_typeof(reason -> 'id') = 'string' and jsonb_typeof(reason -> 'en') = 'string'),
  -- of the Indonesian tax invoice
  transaction_code text check (transaction_code ~ '^(0[1-9]|10)$'),
  version integer not null default 1,
  unique (country, region, category, buyer, valid_from),
  check (code = 'S' or percent = 0),
  check (code in ('S', 'Z') or reason is not null)
);
select kernel.public_to_read('billing.tax_rules');

-- Indonesia. 12 % on 11/12 of the price since 2025 (PMK 131/2024), on the whole of luxury goods; 11 % before that (UU 7/2021). What
-- the state's treasurers and other appointed collectors buy has a transaction code of its own.
insert into billing.tax_rules (country, category, buyer, valid_from, valid_until, name, percent, base_numerator, base_denominator, code,
  exemption_code, reason, transaction_code)
select 'ID', category, buyer, since::date, until::date, '{"id": "PPN", "en": "VAT"}', percent, numerator, denominator, code, exemption,
  case when reason_id is not null then jsonb_build_object('id', reason_id, 'en', reason_en) end, transaction
from (values
  ('standard', 'any', '2022-04-01', '2025-01-01', 11, 1, 1, 'S', '', null, null, '01'),
  ('standard', 'any', '2025-01-01', null, 12, 11, 12, 'S', '', null, null, '04'),
  ('standard', 'treasurer', '2025-01-01', null, 12, 11, 12, 'S', '', null, null, '02'),
  ('standard', 'collector', '2025-01-01', null, 12, 11, 12, 'S', '', null, null, '03'),
  ('luxury', 'any', '2025-01-01', null, 12, 1, 1, 'S', '', null, null, '01'),
  ('luxury', 'treasurer', '2025-01-01', null, 12, 1, 1, 'S', '', null, null, '02'),
  ('luxury', 'collector', '2025-01-01', null, 12, 1, 1, 'S', '', null, null, '03'),
  ('standard', 'foreign', '2022-04-01', null, 0, 1, 1, 'G', 'VATEX-EU-G', 'Ekspor, PPN 0%', 'Export, free of VAT', null),
  ('zero', 'any', '2022-04-01', null, 0, 1, 1, 'Z', '', 'PPN tidak dipungut', 'VAT is not collected', '07'),
  ('exempt', 'any', '2022-04-01', null, 0, 1, 1, 'E', '', 'Dibebaskan dari PPN', 'Exempt from VAT', '08'),
  ('outside', 'any', '2022-04-01', null, 0, 1, 1, 'O', 'VATEX-EU-O', 'Bukan objek PPN', 'Not subject to VAT', null)
) as rule (category, buyer, since, until, percent, numerator, denominator, code, exemption, reason_id, reason_en, transaction);

-- The standard rates of the European Union, as they are in 2026.
insert into billing.tax_rules (country, category, buyer, valid_from, name, percent, code)
select country, 'standard', 'any', since::date, '{"id": "PPN", "en": "VAT"}', percent, 'S'
from (values
  ('AT', '1984-01-01', 20), ('BE', '1996-01-01', 21), ('BG', '2007-01-01', 20), ('HR', '2013-07-01', 25), ('CY', '2014-01-13', 19),
  ('CZ', '2013-01-01', 21), ('DK', '1992-01-01', 25), ('EE', '2025-07-01', 24), ('FI', '2024-09-01', 25.5), ('FR', '2014-01-01', 20),
  ('DE', '2021-01-01', 19), ('GR', '2016-06-01', 24), ('HU', '2012-01-01', 27), ('IE', '2021-03-01', 23), ('IT', '2013-10-01', 22),
  ('LV', '2012-07-01', 21), ('LT', '2009-09-01', 21), ('LU', '2024-01-01', 17), ('MT', '2007-01-01', 18), ('NL', '2012-10-01', 21),
  ('PL', '2011-01-01', 23), ('PT', '2011-01-01', 23), ('RO', '2025-08-01', 21), ('SK', '2025-01-01', 23), ('SI', '2013-07-01', 22),
  ('ES', '2012-09-01', 21), ('SE', '1990-07-01', 25)
) as rate (country, since, percent);

insert into billing.tax_rules (country, category, buyer, valid_from, name, percent, code, exemption_code, reason)
select country, category, buyer, '2007-01-01', '{"id": "PPN", "en": "VAT"}', 0, code, exemption, jsonb_build_object('id', reason_id, 'en', reason_en)
from (values
  ('EU', 'standard', 'eu_business', 'AE', 'VATEX-EU-AE', 'Reverse charge: PPN dibayar oleh pembeli', 'Reverse charge: VAT is to be paid by the buyer'),
  ('EU', 'standard', 'foreign', 'O', 'VATEX-EU-O', 'Di luar cakupan PPN Uni Eropa', 'Outside the scope of EU VAT'),
  ('ZZ', 'zero', 'any', 'Z', '', 'Tarif 0%', 'Zero rated'),
  ('ZZ', 'exempt', 'any', 'E', 'VATEX-EU-132', 'Dibebaskan dari pajak', 'Exempt from tax'),
  ('ZZ', 'outside', 'any', 'O', 'VATEX-EU-O', 'Bukan objek pajak', 'Not subject to tax')
) as rule (country, category, buyer, code, exemption, reason_id, reason_en);

-- What documents and electronic invoices say of a client beyond the organization itself.
create table billing.tax_profiles (
  organization_id uuid primary key references organizations.organizations (id),
  -- how its purchases are taxed: null, a business if it has a tax number, else a consumer
  kind text check (kind in ('consumer', 'business', 'treasurer', 'collector')),
  -- {"name", "street", "city", "postalCode", "region", "nitku", "electronic": {"scheme", "id"}}
  legal jsonb not null,
  -- printed on every invoice: what the buyer files it under
  reference text not null default '' check (length(reference) <= 100),
  version integer not null default 1
);
select kernel.organization_owned('billing.tax_profiles');

-- One unit of `currency` in `accounting`.
create table billing.exchange_rates (
  currency text not null check (length(currency) = 3),
  accounting text not null check (length(accounting) = 3 and accounting <> currency),
  day date not null,
  rate numeric(20, 10) not null check (rate > 0),
  source text not null check (length(source) between 1 and 100),
  primary key (currency, accounting, day)
);
select kernel.staff_only('billing.exchange_rates');

alter table billing.invoices
  -- of the Indonesian tax invoice
  add column transaction_code text,
  add column buyer_reference text not null default '' check (length(buyer_reference) <= 100),
  add column purchase_order text not null default '' check (length(purchase_order) <= 100),
  -- {"currency", "rate", "on", "source"}: what it was worth in the currency of the books, where that is another one
  add column accounting jsonb;
comment on column billing.invoices.taxes is
  '[{"label", "share", "net", "base", "tax", "percent", "category", "code", "exemptionCode", "reason", "rule"}]; before taxes had rules only label, share, base and tax';

alter table billing.invoice_lines
  -- UN/ECE Recommendation 20
  add column unit_code text not null default 'C62' check (length(unit_code) between 2 and 3),
  -- which of the invoice's taxes falls on it, counted from 0; null on lines from before taxes had rules
  add column tax_group integer,
  -- {"kind", "price": {"from", "version"?}}
  add column why jsonb not null default '{}';

-- Who pays for an organization, as far as its taxes go: also where the reader does not see who that is.
create function billing.buyer_of(of uuid) returns table (id uuid, country text, tax_id text, kind text, time_zone text)
  language sql stable security definer set search_path = pg_catalog as $$
  select o.id, o.country, o.tax_id, p.kind, o.time_zone
  from organizations.tree t join organizations.organizations o on o.id = t.ancestor_id and o.pays = 'itself'
  left join billing.tax_profiles p on p.organization_id = o.id
  where t.descendant_id = of and (of = any (kernel.organizations()) or current_setting('role') <> 'clientarea_portal')
  order by t.depth limit 1
$$;
