-- A text in both languages.
create domain catalog.bilingual as jsonb check (
  jsonb_typeof(value -> 'id') = 'string' and jsonb_typeof(value -> 'en') = 'string'
);

create table catalog.groups (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),
  name catalog.bilingual not null,
  description catalog.bilingual not null,
  visible boolean not null,
  position integer not null,
  archived_at timestamptz,
  version integer not null default 1
);

create table catalog.products (
  id uuid primary key,
  group_id uuid not null references catalog.groups (id),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),
  name catalog.bilingual not null,
  description catalog.bilingual not null,
  visible boolean not null,
  position integer not null,
  provisioner text not null check (provisioner ~ '^[a-z][a-z0-9-]{0,39}$'),
  configuration jsonb not null check (jsonb_typeof(configuration) = 'object'),
  taxable boolean not null,
  -- Units left to sell; null when they never run out. Counted apart from `version`, since every order changes it.
  stock integer check (stock >= 0),
  trial_days integer not null check (trial_days between 0 and 365),
  existing_clients_only boolean not null,
  archived_at timestamptz,
  version integer not null default 1
);
create index products_of_group on catalog.products (group_id, position, id);

create table catalog.plans (
  id uuid primary key,
  product_id uuid not null references catalog.products (id),
  name catalog.bilingual not null,
  description catalog.bilingual not null,
  position integer not null,
  minimum integer not null check (minimum >= 1),
  maximum integer not null check (maximum between minimum and 1000000),
  configuration jsonb not null check (jsonb_typeof(configuration) = 'object'),
  existing_clients_only boolean not null,
  archived_at timestamptz,
  version integer not null default 1
);
create index plans_of_product on catalog.plans (product_id, position, id);

create table catalog.options (
  id uuid primary key,
  product_id uuid not null references catalog.products (id),
  code text not null check (code ~ '^[a-z][a-z0-9_-]{0,39}$'),
  name catalog.bilingual not null,
  kind text not null check (kind in ('select', 'quantity', 'text', 'checkbox')),
  required boolean not null,
  minimum integer not null check (minimum >= 0),
  maximum integer not null check (maximum between minimum and 1000000),
  position integer not null,
  archived_at timestamptz,
  version integer not null default 1
);
-- An archived option leaves its code to a new one.
create unique index options_by_code on catalog.options (product_id, code) where archived_at is null;
create index options_of_product on catalog.options (product_id, position, id);

-- What can be chosen. An option that is no select has one row: the unit of a quantity, the tick of a checkbox.
create table catalog.choices (
  id uuid primary key,
  option_id uuid not null references catalog.options (id),
  code text not null check (code ~ '^[a-z0-9][a-z0-9_-]{0,39}$'),
  name catalog.bilingual not null,
  position integer not null,
  unique (option_id, code)
);

create table catalog.addons (
  id uuid primary key,
  code text not null unique check (code ~ '^[a-z][a-z0-9_-]{0,39}$'),
  name catalog.bilingual not null,
  description catalog.bilingual not null,
  position integer not null,
  archived_at timestamptz,
  version integer not null default 1
);

create table catalog.product_addons (
  product_id uuid not null references catalog.products (id),
  addon_id uuid not null references catalog.addons (id),
  primary key (product_id, addon_id)
);
create index products_of_addon on catalog.product_addons (addon_id);

-- What a plan, a choice or an add-on costs, in minor units, for each unit of it. No row: it is not sold in that currency and cycle.
create table catalog.prices (
  plan_id uuid references catalog.plans (id),
  choice_id uuid references catalog.choices (id) on delete cascade,
  addon_id uuid references catalog.addons (id),
  item_id uuid not null generated always as (coalesce(plan_id, choice_id, addon_id)) stored,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  cycle text not null check (cycle in ('one_time', 'monthly', 'quarterly', 'semiannual', 'annual', 'biennial', 'triennial')),
  recurring bigint not null check (recurring >= 0),
  setup bigint not null check (setup >= 0),
  check (num_nonnulls(plan_id, choice_id, addon_id) = 1),
  primary key (item_id, currency, cycle)
);
create index prices_by_choice on catalog.prices (choice_id) where choice_id is not null;

select kernel.public_to_read(of::regclass) from unnest(array[
  'catalog.groups', 'catalog.products', 'catalog.plans', 'catalog.options', 'catalog.choices', 'catalog.addons',
  'catalog.product_addons', 'catalog.prices'
]) as of;

-- How a product is set up at its vendor is nobody's business but the staff's.
revoke select on catalog.products, catalog.plans from clientarea_portal;
grant select (id, group_id, slug, name, description, visible, position, taxable, stock, trial_days, existing_clients_only,
  archived_at, version) on catalog.products to clientarea_portal;
grant select (id, product_id, name, description, position, minimum, maximum, existing_clients_only, archived_at, version)
  on catalog.plans to clientarea_portal;
