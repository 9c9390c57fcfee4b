-- Billing holds its next invoice back until somebody has looked at it.
alter table services.services add column held_back boolean not null default false;
