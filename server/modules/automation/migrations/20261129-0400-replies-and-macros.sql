-- What agents answer often. Without an owner everybody at the desk has it.
create table automation.replies (
  id uuid primary key,
  owner_id uuid references identity.people (id),
  title text not null check (length(title) between 1 and 100),
  folder text not null default '' check (length(folder) <= 60),
  -- Markdown with variables, by language; one language at least
  texts jsonb not null check (jsonb_typeof(texts -> 'id') = 'string' or jsonb_typeof(texts -> 'en') = 'string'),
  version integer not null default 1
);
create index replies_sorted on automation.replies (folder, title, id);

-- Several acts on a ticket under one name.
create table automation.macros (
  id uuid primary key,
  owner_id uuid references identity.people (id),
  title text not null check (length(title) between 1 and 100),
  acts jsonb not null,
  version integer not null default 1
);
create index macros_sorted on automation.macros (title, id);

select kernel.staff_only('automation.replies');
select kernel.staff_only('automation.macros');
