import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Session } from '../../../kernel/auth/actor.ts';
import type { Db } from '../../../kernel/db/types.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { decodeCursor, pageOf } from '../../../kernel/values/page.ts';
import type { Page } from '../../../kernel/values/page.ts';
import type { CannedReply, FittingReplies, Texts } from '../contract.ts';
import { wordingFor } from '../domain/wording.ts';
import { readAbout } from './about-ticket.ts';

interface Row {
  id: Id<'canned-reply'>;
  title: string;
  folder: string;
  texts: Texts;
  shared: boolean;
  version: number;
}

const columns = sql`r.id, r.title, r.folder, r.texts, r.owner_id is null as shared, r.version`;

const has = (q: string | undefined): RawBuilder<unknown> => {
  if (!q) return sql``;
  const pattern = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  return sql`and concat_ws(chr(10), r.title, r.folder, r.texts ->> 'id', r.texts ->> 'en') ilike ${pattern}`;
};

/** What everybody has and what is this person's own, by folder and title. */
export async function listReplies(
  db: Db,
  me: Id<'person'>,
  asked: {
    after?: string | undefined;
    limit: number;
    q?: string | undefined;
    folder?: string | undefined;
    whose?: 'own' | 'shared' | undefined;
  },
): Promise<Page<CannedReply>> {
  const from = asked.after === undefined ? null : decodeCursor(asked.after, ['text', 'text', 'id']);
  const { rows } = await sql<Row>`
    select ${columns} from automation.replies r
    where ${whose(asked.whose, me)} ${has(asked.q)}
      ${asked.folder === undefined ? sql`` : sql`and r.folder = ${asked.folder}`}
      ${from ? sql`and (r.folder, r.title, r.id) > (${from[0]}, ${from[1]}, ${from[2]}::uuid)` : sql``}
    order by r.folder, r.title, r.id limit ${asked.limit + 1}`.execute(db);
  return pageOf(rows, asked.limit, ({ folder, title, id }) => [folder, title, id]);
}

function whose(asked: 'own' | 'shared' | undefined, me: Id<'person'>): RawBuilder<unknown> {
  if (asked === 'own') return sql`r.owner_id = ${me}`;
  if (asked === 'shared') return sql`r.owner_id is null`;
  return sql`(r.owner_id is null or r.owner_id = ${me})`;
}

/** The folders of what this person has. */
export async function listFolders(db: Db, me: Id<'person'>): Promise<string[]> {
  const { rows } = await sql<{ folder: string }>`
    select distinct r.folder from automation.replies r where ${whose(undefined, me)} and r.folder <> '' order by r.folder limit 200`.execute(
    db,
  );
  return rows.map(({ folder }) => folder);
}

const most = 50;

/** What could be answered in a ticket: those whose title has the words first. Errors: `not_found`. */
export async function fitReplies(
  db: Db,
  { person }: Session,
  ticket: Id<'ticket'>,
  q: string | undefined,
): Promise<FittingReplies> {
  const about = await readAbout(db, ticket, person.name);
  const { rows } = await sql<Row>`
    select ${columns} from automation.replies r where ${whose(undefined, person.id)} ${has(q)}
    order by ${q ? sql`position(lower(${q}) in lower(r.title)) = 0,` : sql``} r.folder, r.title, r.id limit ${most}`.execute(
    db,
  );
  return {
    language: about.language,
    items: rows.map(({ id, title, folder, texts, shared }) => ({
      id,
      title,
      folder,
      shared,
      ...wordingFor(texts, about),
    })),
  };
}
