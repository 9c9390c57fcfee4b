drop function support.matching(uuid, tsquery, uuid, timestamptz, uuid, integer);

-- How many entries of the search were looked at, here and there in the table, in how many of them all the words stood, and in how many each.
create function support.sample_words(words tsquery[], said tsquery, out looked float8, out together float8, out hits float8[])
  language sql stable set search_path = pg_catalog as $$
  with sampled as materialized (
    select s.document from support.search s tablesample system (
      (select least(100, 100 * 16.0 / greatest(c.relpages, 1)) from pg_class c where c.oid = 'support.search'::regclass))
    limit 2000
  )
  select count(*), count(*) filter (where document @@ said),
    array(select (select count(*) from sampled where document @@ word) from unnest(words) with ordinality w (word, n) order by n)
  from sampled
$$;

-- Where all the words were said together: the tickets, those where it was said last first, up to `most` of them after a cursor.
-- `of` null asks in every organization, which only the system may; it finds notes too. `person`: only what that person follows. Each of
-- `words` is what one word may stand for.
-- `@@` is not leakproof, so under row-level security it could not use its index; this function looks for the portal, and only where
-- the portal may look. Planned anew each time, since some conditions are for some callers only.
--
-- What is said often is found soon among the latest entries, what is said seldom by the index. How often words are said together does not
-- follow from how often each of them is, nor is it the same at all times, so that nothing is bet on it: the latest entries are walked a
-- little, then as far as should do by a sample of all, and what was not found by then is found by the index.
create function support.matching(of uuid, words tsquery[], person uuid, before timestamptz, before_id uuid, most integer)
  returns table (ticket_id uuid, until timestamptz)
  language plpgsql stable security definer rows 50 set search_path = pg_catalog as $$
declare
  everything boolean := support.is_system();
  within constant text := '($1 is null or s.organization_id = $1) and ($2 or not s.internal)';
  followed constant text := '($3 is null or exists (select from support.followers f
    where f.organization_id = s.organization_id and f.ticket_id = s.ticket_id and f.person_id = $3))';
  latest_first constant text := ' and ($4 is null or (s.until, s.ticket_id) < ($4, $5)) order by s.until desc, s.ticket_id desc limit ';
  last_id constant uuid := 'ffffffff-ffff-ffff-ffff-ffffffffffff';
  said tsquery;
  walked integer := greatest(1000, 8 * most);
  there integer;
  entries float8;
  sample record;
  rarest float8;
  by_index boolean[];
  found uuid[];
  at timestamptz[];
begin
  if not everything and coalesce(of <> all (kernel.organizations()), true) then return; end if;
  words := array(select word from unnest(words) with ordinality w (word, n) where numnode(word) > 0 order by n);
  if words = '{}' then return; end if;
  said := words[1];
  for n in 2 .. cardinality(words) loop said := said && words[n]; end loop;
  loop
    execute 'select array_agg(w.ticket_id), array_agg(w.until) from (
        select s.ticket_id, s.until from (select s.* from support.search s where ' || within || latest_first || '$7) s
        where s.document @@ $8 and ' || followed || ' and (
          -- was it said later in the same ticket?
          select true from support.search l
          where l.organization_id = s.organization_id and l.ticket_id = s.ticket_id and ($2 or not l.internal)
            and (l.until, l.internal, l.part) > (s.until, s.internal, s.part) and l.document @@ $8 limit 1) is null
        order by s.until desc, s.ticket_id desc limit $6) w'
      into found, at using of, everything, person, before, before_id, most, walked, said;
    if rarest is null and coalesce(cardinality(found), 0) < most then
      if of is null then
        there := (select count(*) from (select from support.search s
          where (s.until, s.ticket_id) < (coalesce(before, 'infinity'), coalesce(before_id, last_id)) limit walked) s);
      else
        there := (select count(*) from (select from support.search s where s.organization_id = of
          and (s.until, s.ticket_id) < (coalesce(before, 'infinity'), coalesce(before_id, last_id)) limit walked) s);
      end if;
    end if;
    if cardinality(found) = most or rarest is null and there < walked then
      return query select * from unnest(found, at);
      return;
    end if;
    exit when rarest is not null;

    sample := support.sample_words(words, said);
    select c.reltuples into entries from pg_class c where c.oid = 'support.search'::regclass;
    rarest := (select min(hits) from unnest(sample.hits) hits);
    -- To look up all entries of a word costs a sixth of reading as many.
    by_index := array(select hits = rarest or hits * (1 + 6 * rarest / sample.looked) <= 6 * rarest
      from unnest(sample.hits) with ordinality h (hits, n) order by n);
    -- Three times as far as it should take, at most half of what the index costs; in entries that are walked.
    walked := least(3 * most * sample.looked / nullif(sample.together, 0), entries / nullif(sample.looked, 0) * (0.6 * sample.together
      + 0.05 * (select sum(hits) from unnest(sample.hits, by_index) h (hits, chosen) where chosen)));
    exit when sample.together = 0 or walked <= there;
  end loop;
  return query execute 'with found as materialized (select s.ticket_id, s.until from support.search s where ' || within || ' and ' || followed
    || (select string_agg(format(case when chosen then ' and s.document @@ $7[%s]' else ' and (s.document @@ $7[%s]) is true' end, n), '')
        from unnest(by_index) with ordinality b (chosen, n))
    || ') select f.ticket_id, max(f.until) from found f group by f.ticket_id having $4 is null or (max(f.until), f.ticket_id) < ($4, $5)
      order by 2 desc, 1 desc limit $6'
    using of, everything, person, before, before_id, most, words;
end $$;
