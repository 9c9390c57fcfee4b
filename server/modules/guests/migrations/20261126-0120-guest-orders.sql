-- Orders of guests wait like messages until their address is proven; then the row says which order it became, for as long as its link
-- is good: whoever presses twice is shown the same order.
alter table guests.requests
  add kind text not null default 'message' check (kind in ('message', 'order')),
  add order_id uuid references orders.orders (id),
  add check (order_id is null or kind = 'order' and sealed is null);
drop index guests.requests_of_network;
create index requests_of_network on guests.requests (network, kind, asked_at);

-- What is ordered is priced in one currency, so an address has a guest for each in which it orders.
alter table guests.guests add currency text not null default 'IDR' check (length(currency) = 3);
drop index guests.guests_unclaimed;
create unique index guests_unclaimed on guests.guests (email, currency) where claimed_at is null;
