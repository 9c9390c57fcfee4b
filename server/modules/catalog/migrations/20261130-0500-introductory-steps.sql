-- What a plan costs at first in steps, one after the other: [{"months", "percent"}]; empty: its price from the beginning. What was there is
-- a list of one. `introduction` is for nodes of the version before.
alter table catalog.plans add column introduction_steps jsonb not null default '[]' check (
  jsonb_typeof(introduction_steps) = 'array' and jsonb_array_length(introduction_steps) <= 6
  and not jsonb_path_exists(introduction_steps,
    '$[*] ? (!(@.months >= 1 && @.months <= 36 && @.percent >= 1 && @.percent <= 10000))'));
update catalog.plans set introduction_steps = jsonb_build_array(introduction) where introduction is not null;
grant select (introduction_steps) on catalog.plans to clientarea_portal;
