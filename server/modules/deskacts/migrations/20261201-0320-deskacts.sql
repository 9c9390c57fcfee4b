-- How much goodwill somebody gave on one day beside tickets: one row, so that their limit holds whatever they do at once.
create table deskacts.given (
  person_id uuid not null references identity.people (id),
  on_day date not null,
  currency text not null,
  amount bigint not null check (amount > 0),
  primary key (person_id, on_day, currency)
);
select kernel.staff_only('deskacts.given');
