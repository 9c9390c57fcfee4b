-- What clients accept when they order, every version of it. The latest is in force; none: nothing to accept.
create table orders.terms (
  version integer primary key check (version > 0),
  text jsonb not null check (jsonb_typeof(text -> 'id') = 'string' and jsonb_typeof(text -> 'en') = 'string'),
  published_at timestamptz not null,
  published_by uuid not null references identity.people (id)
);
select kernel.public_to_read('orders.terms');
revoke update, delete on orders.terms from clientarea_system;

create table orders.orders (
  organization_id uuid not null references organizations.organizations (id),
  id uuid not null,
  number text not null unique check (number ~ '^ORD-[0-9]{4}-[0-9A-HJKMNP-TV-Z]{5}$'),
  -- SHA-256 of number and security code: who has both finds the order, and nothing tells apart which of the two is wrong.
  lookup_hash bytea not null unique,
  status text not null check (status in ('pending_payment', 'paid', 'in_progress', 'fulfilled', 'failed', 'canceled')),
  currency text not null check (length(currency) = 3),
  -- Minor units with tax, due when it was placed; its invoice has the same. Null: nothing was due, so there is none.
  total bigint not null check (total >= 0),
  invoice_id uuid,
  placed_by uuid not null references identity.people (id),
  placed_at timestamptz not null,
  terms_version integer references orders.terms (version),
  -- when an order that is still unpaid is given up
  expires_at timestamptz,
  paid_at timestamptz,
  -- staff let it go on before it was paid
  accepted_at timestamptz,
  canceled_at timestamptz,
  canceled_why text check (canceled_why in ('client', 'staff', 'expired', 'invoice_voided', 'service_ended')),
  cancel_note text not null default '',
  version integer not null default 1,
  primary key (organization_id, id),
  unique (id),
  foreign key (organization_id, invoice_id) references billing.invoices (organization_id, id),
  check ((invoice_id is null) = (total = 0)),
  check ((invoice_id is null) = (expires_at is null)),
  check ((status = 'canceled') = (canceled_at is not null) and (canceled_at is null) = (canceled_why is null))
);
create index orders_unpaid on orders.orders (expires_at, id) where status = 'pending_payment';
create index orders_by_status on orders.orders (status, id desc);

-- What was ordered, as it was configured and priced then. Amounts are minor units of the order's currency, quantity included.
create table orders.items (
  organization_id uuid not null,
  order_id uuid not null,
  position integer not null check (position > 0),
  plan_id uuid not null references catalog.plans (id),
  product_id uuid not null references catalog.products (id),
  service_id uuid not null,
  names jsonb not null,
  quantity integer not null check (quantity > 0),
  choices jsonb not null,
  cycle text not null check (cycle in ('one_time', 'monthly', 'quarterly', 'semiannual', 'annual', 'biennial', 'triennial')),
  recurring bigint not null check (recurring >= 0),
  setup bigint not null check (setup >= 0),
  trial_days integer not null check (trial_days >= 0),
  -- units of it were taken out of the stock and not put back
  stock_taken boolean not null,
  stage text not null default 'waiting' check (stage in ('waiting', 'setting_up', 'ready', 'failed')),
  primary key (organization_id, order_id, position),
  foreign key (organization_id, order_id) references orders.orders (organization_id, id),
  foreign key (organization_id, service_id) references services.services (organization_id, id)
);
create unique index items_of_service on orders.items (service_id);
create index trials_of_product on orders.items (organization_id, product_id) where trial_days > 0;

select kernel.organization_owned('orders.orders');
select kernel.organization_owned('orders.items');
revoke select on orders.orders from clientarea_portal;
grant select (organization_id, id, number, status, currency, total, invoice_id, placed_by, placed_at, terms_version, expires_at,
  paid_at, accepted_at, canceled_at, canceled_why, cancel_note, version) on orders.orders to clientarea_portal;
