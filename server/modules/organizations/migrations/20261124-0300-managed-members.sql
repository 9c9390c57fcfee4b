-- A membership that the organization's directory keeps: nobody changes it by hand.
alter table organizations.members add column managed boolean not null default false;
