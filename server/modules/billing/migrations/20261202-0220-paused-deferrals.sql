-- From that day on nothing more is earned of a line: what was paid for stands still until its service goes on.
alter table billing.deferrals add column paused_on date;
create index deferrals_paused on billing.deferrals (service_id) where paused_on is not null;
create index deferrals_of_service on billing.deferrals (service_id) where amount <> recognized;
