-- The organization lets in only members who take a second step.
alter table organizations.organizations add column asks_second_step boolean not null default false;
