-- Each fact is written twice, when it happens and when it is sealed, and each time into every index. Those that only sealed facts are
-- found by leave out the others.
alter table kernel.events drop constraint events_position_key;
create unique index events_position on kernel.events (position) where position is not null;
drop index kernel.events_of_organization, kernel.events_by_name, kernel.events_of_subject;
create index events_of_organization on kernel.events (organization_id, position desc) where position is not null;
create index events_by_name on kernel.events (name, position desc) where position is not null;
-- What happened to one thing is shown before it is sealed.
create index events_of_subject on kernel.events (subject_id);

-- The same rule as before, without making JSON of both rows.
create or replace function kernel.keep_facts() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.position is null and new.position is not null then
    old.position := new.position;
    old.hash := new.hash;
    if old *= new then return new; end if;
  end if;
  raise exception 'facts are only added: % of kernel.events is refused', lower(tg_op);
end $$;

-- A mark is written from its fact's row, and facts are never deleted: checking that it is there only locked it.
alter table kernel.handled drop constraint handled_event_id_fkey;

-- Asked once a day, of rows that come in the order of their age.
drop index kernel.idempotency_age;
create index idempotency_age on kernel.idempotency using brin (created_at);
