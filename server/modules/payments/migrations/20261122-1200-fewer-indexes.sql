-- The keys (organization_id, id) and (id) find the same, read backwards.
drop index payments.attempts_latest, payments.transfers_latest, payments.payments_latest, payments.payments_of_organization;
