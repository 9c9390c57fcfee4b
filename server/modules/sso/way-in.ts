import { sql } from 'kysely';
import type { ElsewhereRule } from '../../kernel/auth/elsewhere.ts';
import { domainOf } from '../organizations/index.ts';

/**
 * People of a verified domain whose organization requires it sign in at its provider. Its owners may come another way, so that a provider
 * that is down or set up wrong can be set right; staff of the business never sign in at a client's.
 */
export const leadsElsewhere: ElsewhereRule = async (db, email, person) => {
  const { rows } = await sql<{ excepted: boolean }>`
    select exists (select from organizations.members m
        where m.organization_id = c.organization_id and m.person_id = ${person} and m.role = 'owner')
      or exists (select from identity.staff s where s.person_id = ${person}) as excepted
    from organizations.domains d join sso.connections c on c.organization_id = d.organization_id
    where d.domain = ${domainOf(email)} and d.state in ('verified', 'missing') and c.mode = 'required'`.execute(
    db,
  );
  if (!rows[0]) return null;
  return rows[0].excepted ? 'excepted' : 'elsewhere';
};
