-- What we offer somebody for a price: a client, or a person who is none yet and will be found by the address once it is proven.
create table offers.offers (
  id uuid primary key,
  organization_id uuid references organizations.organizations (id),
  -- who is no client yet, kept when they take it to an organization
  prospect jsonb check (jsonb_typeof(prospect -> 'name') = 'string' and jsonb_typeof(prospect -> 'email') = 'string'),
  -- given when it is sent: OFF-2026-0042; a revision keeps it
  number text,
  revision integer not null default 1 check (revision > 0),
  revises uuid references offers.offers (id),
  state text not null check (state in ('draft', 'sent', 'accepted', 'declined', 'expired', 'withdrawn', 'replaced')),
  currency text not null check (length(currency) = 3),
  title text not null,
  introduction text not null,
  terms text not null,
  -- the last day it can be accepted, in the business's zone
  valid_until date not null,
  -- as staff wrote it: [{"kind": "plan", "item", "discount"} | {"kind": "free", "description", "quantity", "unitPrice", "category"}]
  lines jsonb not null,
  -- what it comes to, in minor units with tax: of a draft when it was written, else as it was sent
  total bigint not null check (total >= 0),
  -- what was shown and is invoiced to the last unit; null of a draft
  shown jsonb,
  -- the plans and lines it is made of, with how they are set up, which is the staff's business
  agreed jsonb,
  written_by uuid not null references identity.people (id),
  written_at timestamptz not null,
  sent_at timestamptz,
  reminded_at timestamptz,
  answered_at timestamptz,
  answered_by uuid references identity.people (id),
  -- what was typed as a signature, or why not
  signature text not null default '',
  reason text not null default '',
  -- orders are a lower floor, but not every offer becomes one
  order_id uuid,
  invoice_id uuid,
  version integer not null default 1,
  unique (number, revision),
  check (num_nonnulls(organization_id, prospect) > 0),
  check (state = 'draft' or num_nulls(number, shown, agreed, sent_at) = 0),
  check ((state in ('accepted', 'declined')) = (answered_at is not null)),
  check (state <> 'accepted' or (organization_id is not null and num_nonnulls(order_id, invoice_id) > 0))
);
create index offers_of_organization on offers.offers (organization_id, id desc);
create index offers_by_state on offers.offers (state, id desc);
create index offers_open on offers.offers (valid_until, id) where state = 'sent';
create index offers_of_prospects on offers.offers ((lower(prospect ->> 'email'))) where organization_id is null and state = 'sent';

select kernel.organization_owned('offers.offers', 'select');
-- Clients see what was sent to them, and not how we set it up.
create policy sent on offers.offers as restrictive for select to clientarea_portal using (state <> 'draft');
revoke select on offers.offers from clientarea_portal;
grant select (id, organization_id, prospect, number, revision, revises, state, currency, title, introduction, terms, valid_until, total, shown,
  sent_at, answered_at, answered_by, signature, reason, order_id, invoice_id, version) on offers.offers to clientarea_portal;

-- Numbers of a year, one after the other. They may have gaps.
create table offers.series (
  year integer primary key,
  last integer not null check (last > 0)
);
select kernel.staff_only('offers.series');

-- What was sent stays as it was.
create function offers.keep_what_was_sent() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if old.state <> 'draft' and (new.number, new.revision, new.currency, new.title, new.introduction, new.terms, new.valid_until, new.lines,
      new.total, new.shown, new.agreed, new.sent_at) is distinct from (old.number, old.revision, old.currency, old.title, old.introduction,
      old.terms, old.valid_until, old.lines, old.total, old.shown, old.agreed, old.sent_at) then
    raise exception 'an offer that was sent is not changed';
  end if;
  return new;
end $$;
create trigger keep_what_was_sent before update on offers.offers for each row execute function offers.keep_what_was_sent();
