import { sql } from 'kysely';
import type { Locale } from '../../../kernel/auth/actor.ts';
import type { Db } from '../../../kernel/db/types.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { TicketState } from '../../support/index.ts';
import type { Values } from '../domain/variables.ts';

/** What replies and macros need to know of a ticket. */
export interface AboutTicket {
  organization: Id<'organization'>;
  status: TicketState;
  /** What it is written in as far as one knows, else what its requester reads. */
  language: Locale;
  values: Values;
}

/** Errors: `not_found`. */
export async function readAbout(db: Db, ticket: Id<'ticket'>, agent: string): Promise<AboutTicket> {
  const { rows } = await sql<
    Omit<AboutTicket, 'values'> & Omit<Values, 'agent' | 'organization'> & { name: string }
  >`
    select t.organization_id as organization, t.status, l.language, '#' || t.number as number, t.requester_name as client,
      o.name, i.number as invoice, coalesce(nullif(s.label, ''), s.names ->> l.language) as service
    from support.tickets t
    join organizations.organizations o on o.id = t.organization_id
    join identity.people p on p.id = t.requester_id
    cross join lateral (select coalesce(t.language, p.locale) as language) l
    left join services.services s on s.organization_id = t.organization_id and s.id = t.service_id
    left join billing.invoices i on i.organization_id = t.organization_id and i.id = t.invoice_id
    where t.id = ${ticket}`.execute(db);
  const row = rows[0];
  if (!row) throw new Problem(notFound);
  const { organization, status, language, name, ...values } = row;
  return { organization, status, language, values: { ...values, organization: name, agent } };
}
