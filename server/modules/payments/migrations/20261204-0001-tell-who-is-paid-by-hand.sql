insert into billing.services_paid_by_hand (organization_id, service_id)
select distinct s.organization_id, s.id from payments.services_paid_by_hand h join services.services s on s.id = h.service_id
on conflict do nothing;
