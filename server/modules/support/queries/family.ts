import { sql } from 'kysely';

const inFamily = sql`json_build_object('id', x.id, 'number', x.number, 'subject', x.subject, 'status', x.status)`;

/** The parent of ticket `t` and its children, as JSON in the names of the contract. */
export const familyJson = sql`'parent', (select ${inFamily} from support.tickets x
    where x.organization_id = t.organization_id and x.id = t.parent_id),
  'children', coalesce((select json_agg(x.json order by x.number) from (
      select ${inFamily} as json, x.number from support.tickets x
      where x.organization_id = t.organization_id and x.parent_id = t.id order by x.number limit 100) x), '[]'::json)`;
