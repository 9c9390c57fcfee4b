-- For how long a service is agreed on, as its plan said when it was ordered: {"months", "follows", "noticeDays", "early", "onDebt", "committed",
-- "until", "leaves"}; null: from period to period. `term_ends_on` is the first day after it, the end of a period; null before it has begun
-- and once it is over. `term_tell_on` is the day its client is told, null once that is done.
alter table services.services
  add column term jsonb,
  add column term_ends_on date,
  add column term_tell_on date;
alter table services.services add check (term is not null or term_ends_on is null) not valid;
create index services_term_ends on services.services (term_ends_on) where term_ends_on is not null;
create index services_term_tell on services.services (term_tell_on) where term_tell_on is not null;
grant select (term, term_ends_on, term_tell_on), update (term, term_ends_on, term_tell_on) on services.services to clientarea_portal;
