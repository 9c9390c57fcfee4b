-- An order knows its services; nobody asks the other way around, and each renewal wrote an entry.
drop index services.services_of_order;
