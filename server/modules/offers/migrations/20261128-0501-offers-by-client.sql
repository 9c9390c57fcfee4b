-- Tickets name an offer of their own organization: both columns together.
alter table offers.offers add unique (organization_id, id);
