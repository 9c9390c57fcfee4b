-- What was taken off the price of a line, in the terms of its unit price; `why` says which discounts. Net and tax are of what is left.
alter table billing.invoice_lines add column discount bigint not null default 0
  check (discount >= 0 and (discount = 0 or discount <= quantity * unit_price));
