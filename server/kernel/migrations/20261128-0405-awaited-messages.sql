-- Somebody sits before a page and waits for it, such as a code to sign in with: it goes before all others.
alter table kernel.messages add column awaited boolean not null default false;
drop index kernel.messages_waiting;
create index messages_waiting on kernel.messages (awaited desc, created_at) where not dispatched;
