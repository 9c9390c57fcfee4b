-- Members for chosen services see only what is about these.
select kernel.about_services('services.services', 'id');
select kernel.about_services('services.suspensions');
select kernel.about_services('services.service_invoices');
