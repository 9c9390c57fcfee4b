import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import { date } from '../../../kernel/values/dates.ts';
import { dutiesFrom } from '../domain/on-call.ts';
import type { Rota as Turns } from '../domain/on-call.ts';
import type { Rota } from '../rota-contract.ts';

type Stored = Omit<Rota, 'duties'>;

/** Duties shown of each rota: who is on call now, and the next ones. */
const ahead = 4;

const swapsOf = sql`coalesce((select json_agg(json_build_object('id', s.id, 'fromOn', s.from_on::text, 'untilOn', s.until_on::text,
    'person', json_build_object('id', q.id, 'name', q.name)) order by s.from_on)
  from escalation.swaps s join identity.people q on q.id = s.person_id where s.rota_id = r.id), '[]'::json)`;

async function readStored(db: Db, one?: string): Promise<Stored[]> {
  const { rows } = await sql<Stored>`
    select r.id, r.name, r.zone, r.turn, r.handover, r.begins_on::text as "beginsOn", r.version, ${swapsOf} as swaps,
      (select json_agg(json_build_object('id', p.id, 'name', p.name) order by u.at)
        from unnest(r.people) with ordinality u (id, at) join identity.people p on p.id = u.id) as people
    from escalation.rotas r ${one ? sql`where r.id = ${one}` : sql``} order by r.name, r.id limit 100`.execute(
    db,
  );
  return rows;
}

function turnsOf({ zone, turn, handover, beginsOn, people, swaps }: Stored): Turns {
  return {
    zone,
    turn,
    handover,
    begins: date(beginsOn),
    people: people.map(({ id }) => id),
    swaps: swaps.map(({ fromOn, untilOn, person }) => ({
      from: date(fromOn),
      until: date(untilOn),
      person: person.id,
    })),
  };
}

/** All rotas with who is on call now and then. */
export async function listRotas(db: Db, now: Date): Promise<Rota[]> {
  return (await readStored(db)).map((stored) => {
    const names = new Map(
      [...stored.people, ...stored.swaps.map(({ person }) => person)].map((one) => [one.id, one]),
    );
    const duties = dutiesFrom(turnsOf(stored), now, ahead).map(({ person, from, until, swapped }) => ({
      person: names.get(person)!,
      from: from.toISOString(),
      until: until.toISOString(),
      swapped,
    }));
    const today = now.toISOString().slice(0, 10);
    return { ...stored, duties, swaps: stored.swaps.filter(({ untilOn }) => untilOn >= addBack(today)) };
  });
}

/** A day earlier, since zones behind UTC still have it. */
function addBack(today: string): string {
  return new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10);
}

/** Whoever is on call in a rota at an instant; null when there is no such rota. */
export async function readOnCall(db: Db, rota: string, at: Date): Promise<string | null> {
  const [stored] = await readStored(db, rota);
  return stored ? dutiesFrom(turnsOf(stored), at, 1)[0]!.person : null;
}
