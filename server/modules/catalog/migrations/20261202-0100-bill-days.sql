-- On which day of the month a plan is billed: {"day", "togetherFrom"}; null: on the day a service began. `day`: 1 to 28, or 31 for the last of each
-- month. Who orders from day `togetherFrom` on, up to the next such day, pays the first whole period along with the part; null: never.
alter table catalog.plans add column bill_day jsonb check (
  ((bill_day ->> 'day')::integer between 1 and 28 or (bill_day ->> 'day')::integer = 31)
  and (bill_day -> 'togetherFrom' = 'null' or (bill_day ->> 'togetherFrom')::integer between 1 and 31));
grant select (bill_day) on catalog.plans to clientarea_portal;
