-- What is taken off prices, for whom, where and how long. Amounts are minor units by currency: {"IDR": 50000}.
create table promotions.promotions (
  id uuid primary key,
  name jsonb not null check (jsonb_typeof(name -> 'id') = 'string' and jsonb_typeof(name -> 'en') = 'string'),
  trigger text not null check (trigger in ('code', 'automatic')),
  -- in hundredths of a percent
  percent integer check (percent between 1 and 10000),
  amounts jsonb check (jsonb_typeof(amounts) = 'object' and amounts <> '{}'),
  minimums jsonb not null default '{}' check (jsonb_typeof(minimums) = 'object'),
  covers_setup boolean not null,
  -- of each service; null: always
  periods integer check (periods > 0),
  stacking text not null check (stacking in ('exclusive', 'combined')),
  -- where it holds; empty: everywhere
  products uuid[] not null default '{}',
  plans uuid[] not null default '{}',
  cycles text[] not null default '{}',
  new_clients boolean not null,
  -- days in the business's zone, both included
  starts_on date,
  ends_on date check (ends_on >= starts_on),
  most integer check (most > 0),
  most_each integer check (most_each > 0),
  -- redemptions that were not given back
  redeemed integer not null default 0 check (redeemed >= 0),
  stopped_at timestamptz,
  created_at timestamptz not null,
  version integer not null default 1,
  check (num_nulls(percent, amounts) = 1),
  check (redeemed <= most)
);
create index promotions_automatic on promotions.promotions (id) where trigger = 'automatic' and stopped_at is null;

create table promotions.codes (
  code text primary key check (code ~ '^[0-9A-Z][0-9A-Z-]{1,39}$'),
  promotion_id uuid not null references promotions.promotions (id),
  -- null: as often as the promotion allows
  most integer check (most > 0),
  redeemed integer not null default 0 check (redeemed >= 0),
  -- of one that was made with others at once: which time
  batch integer check (batch > 0),
  created_at timestamptz not null,
  check (redeemed <= most)
);
create index codes_of_promotion on promotions.codes (promotion_id, code);

-- One for each order and promotion. Those of organizations that may use it only so often take numbered places, which the index keeps apart.
create table promotions.redemptions (
  organization_id uuid not null references organizations.organizations (id),
  id uuid not null,
  promotion_id uuid not null references promotions.promotions (id),
  code text references promotions.codes (code),
  -- orders are a higher floor
  order_id uuid not null,
  place integer check (place > 0),
  currency text not null check (length(currency) = 3),
  -- what it took off what was due with the order, in minor units
  discount bigint not null check (discount >= 0),
  redeemed_at timestamptz not null,
  -- the order was given up before it was paid
  returned_at timestamptz,
  primary key (organization_id, id),
  unique (order_id, promotion_id)
);
create unique index redemptions_place on promotions.redemptions (promotion_id, organization_id, place)
  where place is not null and returned_at is null;
create index redemptions_of_promotion on promotions.redemptions (promotion_id, id desc);
create index redemptions_of_code on promotions.redemptions (code, id desc) where code is not null;

select kernel.staff_only('promotions.promotions');
select kernel.staff_only('promotions.codes');
select kernel.organization_owned('promotions.redemptions', 'select');

-- What may come off an order: the automatic promotions and that of a code, with what is left of their limits for an organization (null:
-- somebody new). Codes cannot be listed by it: who asks must know one.
create function promotions.on_offer(of uuid, asked text) returns table (promotion jsonb)
  language sql stable security definer set search_path = pg_catalog as $$
  select jsonb_build_object('id', p.id, 'names', p.name, 'code', c.code, 'percent', p.percent, 'amounts', p.amounts,
    'minimums', p.minimums, 'coversSetup', p.covers_setup, 'periods', p.periods, 'stacking', p.stacking, 'products', p.products,
    'plans', p.plans, 'cycles', p.cycles, 'newClients', p.new_clients, 'startsOn', p.starts_on, 'endsOn', p.ends_on,
    'stopped', p.stopped_at is not null,
    'usedUp', p.redeemed >= p.most is true or c.redeemed >= c.most is true,
    'usedByYou', p.most_each is not null and of is not null and (of = any (kernel.organizations()) or current_setting('role') <> 'clientarea_portal')
      and p.most_each <= (select count(*) from promotions.redemptions r
        where r.promotion_id = p.id and r.organization_id = of and r.returned_at is null))
  from promotions.promotions p left join promotions.codes c on c.promotion_id = p.id and c.code = asked
  where c.code is not null or (p.trigger = 'automatic' and p.stopped_at is null)
  order by p.id
$$;
