-- What a service is going to be from a day on, as it was agreed: {"planId", "names", "quantity", "choices", "cycle", "recurring", "taxable"}.
-- And until when a change waits for its payment: until then no period is invoiced, so that none is at a price that is about to change.
alter table services.services
  add column next_on date,
  add column next_terms jsonb,
  add column next_configuration jsonb,
  add column changing_until timestamptz,
  add constraint next_together check (num_nulls(next_on, next_terms, next_configuration) in (0, 3));
create index services_to_change on services.services (next_on, id) where next_on is not null;
grant select (next_on, next_terms, changing_until), update (next_on, next_terms, next_configuration) on services.services to clientarea_portal;
