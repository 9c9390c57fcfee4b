-- Members for chosen services see only what is about these.
select kernel.about_services('billing.invoice_lines');
