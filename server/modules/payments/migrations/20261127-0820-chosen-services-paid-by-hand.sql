-- Who is a member for chosen services sees which of these are paid by hand, and not of others.
select kernel.about_services('payments.services_paid_by_hand');
