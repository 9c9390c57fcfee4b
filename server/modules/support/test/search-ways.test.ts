import { sql } from 'kysely';
import pg from 'pg';
import { expect, test } from 'vitest';
import { everything } from '../../../kernel/db/scope.ts';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildMember, buildOrganization } from '../../../test/kit/people.ts';

const app = await createTestApp();
const acme = await buildOrganization(app);
const other = await buildOrganization(app);
const follower = await buildMember(app, acme, 'member');

/** What a search promises, said in one plain query. */
const plainly = (words: readonly string[], asked: Asked) => sql<Found>`
  select s.ticket_id, max(s.until) as until from support.search s
  where ${sql.join(
    words.map((word) => sql`s.document @@ ${word}::tsquery`),
    sql` and `,
  )}
    and (${asked.of}::uuid is null or s.organization_id = ${asked.of}) and (${asked.notes} or not s.internal)
    and (${asked.person}::uuid is null or exists (select from support.followers f
      where f.ticket_id = s.ticket_id and f.person_id = ${asked.person}))
  group by s.ticket_id
  having ${asked.before?.until ?? null}::timestamptz is null
    or (max(s.until), s.ticket_id) < (${asked.before?.until ?? null}, ${asked.before?.ticket_id ?? null}::uuid)
  order by 2 desc, 1 desc limit ${asked.most}`;

const found = (words: readonly string[], asked: Asked) => sql<Found>`
  select * from support.matching(${asked.of}, ${words}::tsquery[], ${asked.person}, ${asked.before?.until ?? null},
    ${asked.before?.ticket_id ?? null}, ${asked.most})`;

interface Found {
  ticket_id: string;
  until: Date;
}
interface Asked {
  /** Those who may see everything find notes, too. */
  notes: boolean;
  of: string | null;
  person: string | null;
  before: Found | null;
  most: number;
}

/** Some 9,000 entries without their tickets, of which the later half have other words than the earlier, and more than one for each ticket. */
async function fill(): Promise<void> {
  const client = new pg.Client({ connectionString: app.directUrl });
  await client.connect();
  await client.query(
    `alter table support.search drop constraint search_organization_id_ticket_id_fkey;
     alter table support.followers drop constraint followers_organization_id_ticket_id_fkey;
     insert into support.search (organization_id, ticket_id, internal, part, until, document)
     select case when n % 3 = 0 then '${other.id}' else '${acme.id}' end::uuid, md5('ticket' || n)::uuid, part = 2, part % 2,
       '2026-01-01'::timestamptz + (n / 7 + part * 40 * (n % 5)) * interval '1 minute',
       array_to_tsvector(array(select distinct word from unnest(array['every', 'number' || n, 'part' || part,
         case when n < 1500 then 'old' || n % 2 else 'new' || n % 2 end, 'third' || n * 7 % 3, case when n % 400 = 0 then 'seldom' end]) word
         where word is not null))
     from generate_series(1, 3000) n, generate_series(0, 2) part;
     insert into support.followers (organization_id, ticket_id, person_id, name, since)
     select '${acme.id}', md5('ticket' || n)::uuid, '${follower.id}', 'Follower', now() from generate_series(1, 3000, 4) n where n % 3 > 0;
     analyze support.search`,
  );
  await client.end();
}

test('walking the latest, walking further and asking the index find the same in the same order', async () => {
  await fill();
  const questions = [
    ['every'],
    ['old1'],
    ['seldom'],
    ['absent'],
    ['number12:*'],
    ['old0', 'third1'],
    ['old1', 'new1'],
    ['every', 'seldom', 'part1'],
    ['new0', 'part2', 'third:*'],
    ['third2', 'old:*'],
    ['number77', 'every:*'],
  ];
  const clients = app.app.within({ kind: 'clients', organizations: [acme.id], person: acme.owner.id });
  const all = app.app.within(everything);
  for (const words of questions)
    for (const [of, person, notes] of [
      [null, null, true],
      [acme.id, null, true],
      [acme.id, null, false],
      [acme.id, follower.id, false],
    ] as const)
      for (const most of [5, 150]) {
        const asked: Asked = { of, person, notes, before: null, most };
        for (let page = 0; page < 2; page++) {
          const plain = await all.read(async (db) => plainly(words, asked).execute(db));
          const { rows } = await (notes ? all : clients).read(async (db) => found(words, asked).execute(db));
          expect({ words, asked, rows }).toEqual({ words, asked, rows: plain.rows });
          asked.before = rows.at(-1) ?? null;
          if (!asked.before) break;
        }
      }
});
