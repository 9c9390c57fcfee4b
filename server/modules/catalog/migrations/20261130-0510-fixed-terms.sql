-- For how long a plan is agreed on: {"months", "follows", "noticeDays", "early", "onDebt"}; null: from period to period. `follows`: ends, continues
-- or renews. `early`: {"kind": "not"}, {"kind": "percent", "percent"} of what remains in hundredths, or {"kind": "fixed", "amounts"}.
alter table catalog.plans add column term jsonb check (
  (term ->> 'months')::integer between 1 and 60 and term ->> 'follows' in ('ends', 'continues', 'renews')
  and (term ->> 'noticeDays')::integer between 0 and 180 and term -> 'early' ->> 'kind' in ('not', 'percent', 'fixed'));
grant select (term) on catalog.plans to clientarea_portal;
-- Whether clients may go below what they committed to before the end of a term.
alter table catalog.products alter column changes
  set default '{"upgrade": "now", "downgrade": "period_end", "proration": "day", "unused": "credit", "onHold": "skip", "inTerm": "refuse"}';
update catalog.products set changes = changes || '{"inTerm": "refuse"}' where not changes ? 'inTerm';
