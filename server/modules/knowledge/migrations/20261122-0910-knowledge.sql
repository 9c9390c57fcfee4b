-- Closest words for what was typed wrongly: https://www.postgresql.org/docs/15/pgtrgm.html
create extension if not exists pg_trgm with schema public;

create table knowledge.categories (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),
  name jsonb not null check (jsonb_typeof(name -> 'id') = 'string' and jsonb_typeof(name -> 'en') = 'string'),
  description jsonb not null
    check (jsonb_typeof(description -> 'id') = 'string' and jsonb_typeof(description -> 'en') = 'string'),
  -- an icon of the web's set
  icon text check (icon ~ '^[a-z][a-zA-Z]{0,39}$'),
  position integer not null,
  version integer not null default 1
);

-- What staff work on. Readers see `pages`, which is what was published last.
create table knowledge.articles (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  category_id uuid not null references knowledge.categories (id),
  state text not null check (state in ('draft', 'published', 'archived')),
  visibility text not null check (visibility in ('public', 'clients')),
  -- {"id": {"title", "body", "shown"}, "en": {…}}: `shown` when the language is to be published; bodies are Markdown
  texts jsonb not null check (texts ?& array['id', 'en']),
  tags text[] not null,
  position integer not null,
  -- edited since it was published
  changed boolean not null,
  -- the number of its latest published version; 0 when it never was
  published_version integer not null default 0,
  published_at timestamptz,
  edited_by uuid not null references identity.people (id),
  edited_at timestamptz not null,
  version integer not null default 1,
  check (state <> 'published' or published_version > 0)
);
create index articles_recent on knowledge.articles (edited_at desc, id desc);
create index articles_of_category on knowledge.articles (category_id);

create table knowledge.versions (
  article_id uuid not null references knowledge.articles (id),
  number integer not null,
  texts jsonb not null,
  published_by uuid not null references identity.people (id),
  published_at timestamptz not null,
  primary key (article_id, number)
);

create function knowledge.document(locale text, title text, tags text[], plain text) returns tsvector
  language sql immutable set search_path = pg_catalog as $$
    select setweight(to_tsvector(c, title), 'A') || setweight(to_tsvector(c, array_to_string(tags, ' ')), 'B')
      || setweight(to_tsvector(c, plain), 'D')
    from (select case locale when 'id' then 'indonesian'::regconfig else 'english'::regconfig end as c) x $$;

-- One published article in one language.
create table knowledge.pages (
  article_id uuid not null references knowledge.articles (id),
  locale text not null check (locale in ('id', 'en')),
  slug text not null,
  category_id uuid not null references knowledge.categories (id),
  visibility text not null check (visibility in ('public', 'clients')),
  title text not null,
  body text not null,
  -- the body without its marks
  plain text not null,
  excerpt text not null,
  tags text[] not null,
  position integer not null,
  -- there is no page of this article in the other language, so readers of both get this one
  sole boolean not null,
  first_published_at timestamptz not null,
  updated_at timestamptz not null,
  document tsvector not null generated always as (knowledge.document(locale, title, tags, plain)) stored,
  primary key (article_id, locale),
  unique (slug, locale)
);
create index pages_of_category on knowledge.pages (category_id, position, article_id);
create index pages_latest on knowledge.pages (updated_at desc);
create index pages_by_words on knowledge.pages using gin (document);
create index pages_by_tags on knowledge.pages using gin (tags);

-- Every word that was ever published, to find the one that somebody meant.
create table knowledge.words (word text primary key);
create index words_alike on knowledge.words using gin (word gin_trgm_ops);

-- How often an article was opened on a day, and from where. Nobody's name is on it.
create table knowledge.openings (
  article_id uuid not null references knowledge.articles (id),
  day date not null,
  source text not null check (source in ('browse', 'search', 'ticket')),
  times integer not null,
  primary key (article_id, day, source)
);
create index openings_by_day on knowledge.openings (day);

-- What was looked for and not found; nobody's name is on it either.
create table knowledge.misses (
  query text not null check (length(query) between 1 and 100),
  locale text not null check (locale in ('id', 'en')),
  times integer not null,
  last_at timestamptz not null,
  primary key (query, locale)
);
create index misses_by_times on knowledge.misses (times desc, last_at desc);

-- Whether it helped: one answer of each person, or of each visitor and day.
create table knowledge.feedback (
  id uuid primary key,
  article_id uuid not null references knowledge.articles (id),
  locale text not null check (locale in ('id', 'en')),
  person_id uuid references identity.people (id),
  -- the visitor's address under the salt of its day; forgotten with the salt
  visitor bytea,
  helpful boolean not null,
  comment text check (length(comment) between 1 and 1000),
  given_at timestamptz not null,
  unique (article_id, person_id),
  unique (article_id, visitor)
);
create index feedback_recent on knowledge.feedback (given_at desc) where comment is not null;

create table knowledge.salts (day date primary key, salt bytea not null);

-- Somebody began a ticket and was shown articles. The person is forgotten a day later, when it is settled whether a ticket came.
create table knowledge.askings (
  id uuid primary key,
  person_id uuid references identity.people (id),
  started_at timestamptz not null,
  opened boolean not null,
  asked_at timestamptz
);
create index askings_open on knowledge.askings (person_id, started_at) where person_id is not null;
create index askings_by_time on knowledge.askings (started_at);

select kernel.public_to_read('knowledge.categories');
select kernel.public_to_read('knowledge.openings');
select kernel.staff_only('knowledge.articles');
select kernel.staff_only('knowledge.versions');
select kernel.staff_only('knowledge.words');
select kernel.staff_only('knowledge.misses');
select kernel.staff_only('knowledge.salts');
select kernel.person_owned('knowledge.feedback');
select kernel.person_owned('knowledge.askings');
select kernel.staff_only('knowledge.pages');
grant select on knowledge.pages to clientarea_portal;
create policy readers on knowledge.pages for select to clientarea_portal
  using (visibility = 'public' or (select kernel.person()) is not null);

-- Whether the reader sees articles for clients too.
create function knowledge.reads_all() returns boolean language sql stable as
  $$ select kernel.person() is not null or pg_has_role(current_setting('role'), 'clientarea_system', 'usage') $$;

-- The articles in which at least `needed` of the words are found, the best first, each in the language of the reader where that has them.
-- A word counts for more in a title, and the fewer articles have it. `@@` is not leakproof, so under row-level security it could not
-- use its index; this function looks for the portal, where the portal may look.
create function knowledge.matching(terms tsquery[], needed integer, reading text, within uuid, most integer)
  returns table (article_id uuid, locale text, score double precision)
  language plpgsql stable security definer rows 20 set search_path = pg_catalog as $$
declare
  everything boolean := knowledge.reads_all();
  whole tsquery := (select string_agg('(' || t::text || ')', ' | ') from unnest(terms) t where numnode(t) > 0)::tsquery;
begin
  if whole is null then return; end if;
  return query
    with found as materialized (
      select p.article_id, p.locale, p.document from knowledge.pages p
      where p.document @@ whole and (everything or p.visibility = 'public') and (within is null or p.category_id = within)
      limit 500
    ), hits as (
      select f.article_id, f.locale, t.n, ts_rank('{0.1, 0.3, 0.6, 1}', f.document, t.term, 1) as rank
      from found f cross join unnest(terms) with ordinality t(term, n) where f.document @@ t.term
    ), worth as (
      select h.n, ln(1 + (select count(*) from found)::double precision / count(*)) as worth from hits h group by h.n
    ), scored as (
      select h.article_id, h.locale, sum(h.rank * w.worth) as score from hits h join worth w using (n)
      group by h.article_id, h.locale having count(*) >= needed
    ), best as (
      select distinct on (s.article_id) s.article_id, s.locale, s.score from scored s
      order by s.article_id, s.locale = reading desc
    )
    select b.article_id, b.locale, b.score from best b order by b.score desc, b.article_id limit most;
end $$;

-- For each word that was never published, the closest one that was; nothing where none comes close.
create function knowledge.closest(typed text[]) returns table (word text, meant text)
  language sql stable security definer set search_path = pg_catalog, public as $$
    select t.word, c.word from unnest(typed) t(word)
    cross join lateral (
      select w.word from knowledge.words w where w.word % t.word
      order by similarity(w.word, t.word) desc, abs(length(w.word) - length(t.word)), w.word limit 1) c
    where not exists (select from knowledge.words w where w.word = t.word) $$;

-- Articles of the same category or with common tags, those with most in common first.
create function knowledge.related(of uuid, reading text, most integer) returns setof uuid
  language sql stable security definer rows 4 set search_path = pg_catalog as $$
    with this as (select p.category_id, p.tags from knowledge.pages p where p.article_id = of limit 1),
    near as (
      select p.article_id, p.category_id, p.tags, p.position from knowledge.pages p, this
      where p.category_id = this.category_id and p.article_id <> of and (p.locale = reading or p.sole)
        and (p.visibility = 'public' or knowledge.reads_all())
      union
      select p.article_id, p.category_id, p.tags, p.position from knowledge.pages p, this
      where p.tags && this.tags and p.article_id <> of and (p.locale = reading or p.sole)
        and (p.visibility = 'public' or knowledge.reads_all()))
    select n.article_id from near n, this
    order by (n.category_id = this.category_id)::integer
      + 2 * (select count(*) from unnest(n.tags) t where t = any (this.tags)) desc, n.position, n.article_id
    limit most $$;
