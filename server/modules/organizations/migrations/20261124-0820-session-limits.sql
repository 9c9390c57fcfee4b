-- How long members stay signed in, where the organization wants it shorter than the business does.
alter table organizations.organizations
  add column session_idle_minutes integer check (session_idle_minutes between 15 and 43200),
  add column session_hours integer check (session_hours between 1 and 2160);
