-- Members for chosen services see only what is about these.
select kernel.about_services('orders.items');
