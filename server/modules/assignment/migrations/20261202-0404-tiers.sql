-- Of tickets that are as urgent, those of clients of higher tiers are given out first.
alter table assignment.queues add column tiers_first boolean not null default false;
-- Whose tickets alone this agent is given; none: everybody's.
alter table assignment.agents add column tiers uuid[] not null default '{}' check (cardinality(tiers) <= 50);
