-- On which channels a message goes, of those its kind has; null: all of them.
alter table kernel.messages add column channels text[] check (channels <@ array['email', 'in_app']);
