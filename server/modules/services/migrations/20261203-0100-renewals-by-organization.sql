-- A run bills the services of an organization together: their rows, and the index entries of what is written, lie beside each other.
drop index services.services_to_renew;
create index services_to_renew on services.services (next_invoice_on, organization_id, id)
  where next_invoice_on is not null and state in ('trialing', 'active', 'past_due');
