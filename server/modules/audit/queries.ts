import { sql } from 'kysely';
import type { Db } from '../../kernel/db/types.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { decodeCursor, pageOf } from '../../kernel/values/page.ts';
import type { AuditFact } from './contract.ts';

export interface FactFilters {
  organization?: Id<'organization'> | undefined;
  name?: string | undefined;
  actor?: Id<'person'> | undefined;
  subject?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  after?: string | undefined;
  limit: number;
}

/**
 * Sealed facts, newest first. `names` gives the names of the people acting: clients learn those of their own members, staff of
 * everybody.
 */
export async function listFacts(db: Db, filters: FactFilters, names: 'members' | 'everybody') {
  const { organization, name, actor, subject, from, to, after, limit } = filters;
  const before = after === undefined ? null : decodeCursor(after, ['integer'])[0];
  const rows = await db
    .selectFrom('kernel.events as e')
    .leftJoin('organizations.organizations as o', 'o.id', 'e.organization_id')
    .select([
      'e.id',
      'e.position',
      'e.name',
      'e.organization_id',
      'o.name as organization',
      'e.subject_kind',
      'e.subject_id',
    ])
    .select(['e.actor_kind', 'e.actor_id', 'e.data', 'e.happened_at', actorName(names).as('actor')])
    .select(subjectName(names).as('subject'))
    .where('e.position', 'is not', null)
    .$if(before !== null, (query) => query.where('e.position', '<', before!))
    .$if(organization !== undefined, (query) => query.where('e.organization_id', '=', organization!))
    .$if(Boolean(name), (query) => query.where('e.name', '>=', name!).where('e.name', '<', `${name}\uffff`))
    .$if(actor !== undefined, (query) => query.where('e.actor_id', '=', actor!))
    .$if(Boolean(subject), (query) => query.where('e.subject_id', '=', subject!))
    .$if(from !== undefined, (query) => query.where('e.happened_at', '>=', new Date(from!)))
    .$if(to !== undefined, (query) => query.where('e.happened_at', '<', new Date(to!)))
    .orderBy('e.position', 'desc')
    .limit(limit + 1)
    .execute();
  const page = pageOf(rows, limit, (row) => [row.position!]);
  const items = page.items.map((row): AuditFact => ({
    id: row.id,
    position: row.position!.toString(),
    name: row.name,
    organization: row.organization_id ? { id: row.organization_id, name: row.organization ?? '' } : null,
    subject: { kind: row.subject_kind, id: row.subject_id, name: row.subject },
    actor: { kind: row.actor_kind as AuditFact['actor']['kind'], id: row.actor_id, name: row.actor },
    data: row.data,
    happenedAt: row.happened_at.toISOString(),
  }));
  return { ...page, items };
}

/** Of a person or of an API key. */
function actorName(names: 'members' | 'everybody') {
  const person =
    names === 'everybody'
      ? sql`(select p.name from identity.people p where p.id = e.actor_id)`
      : sql`(select m.name from organizations.member_names(e.organization_id) m where m.id = e.actor_id)`;
  return sql<string | null>`case when e.actor_kind = 'key'
    then (select k.name from organizations.api_keys k where k.organization_id = e.organization_id and k.id = e.actor_id)
    else ${person} end`;
}

function subjectName(names: 'members' | 'everybody') {
  return names === 'everybody'
    ? sql<
        string | null
      >`(select p.name from identity.people p where p.id = case when e.subject_kind = 'person' then e.subject_id::uuid end)`
    : sql<string | null>`null`;
}

/** Where the chain of facts ends: what an auditor writes down to compare later. */
export async function findChain(db: Db) {
  const [end, unsealed] = await Promise.all([
    db.selectFrom('kernel.chain').select(['position', 'hash']).executeTakeFirstOrThrow(),
    db.selectFrom('kernel.events').select('id').where('position', 'is', null).limit(1000).execute(),
  ]);
  return { position: end.position.toString(), head: end.hash.toString('hex'), unsealed: unsealed.length };
}
