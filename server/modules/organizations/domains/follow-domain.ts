import { z } from 'zod';
import type { Tx } from '../../../kernel/db/tx.ts';
import { defineJob, defineSweep } from '../../../kernel/jobs/define.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import { dateIn } from '../../../kernel/values/dates.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { DomainState } from '../domain/domain-states.ts';
import { domainMissing, domainVerified } from '../events.ts';
import { domainIsMissing, domainIsOff } from '../messages.ts';
import { manageDomains } from '../permissions.ts';
import { findOrganization } from '../queries.ts';
import { findMembersWhoMay } from '../whom-to-tell.ts';
import { hasRecord, selectDomain, switchOff } from './prove-domain.ts';
import { endOfGrace } from './queries.ts';

const batch = 1000;
/** Hours between two looks at a record that was there, and at one that was missing. */
const hours = { verified: 20, missing: 1 };

/**
 * Looks whether a domain still carries its record. When it does not, the people who manage domains are told and have days to put it
 * back. A silent name server says nothing: it is asked again by a later sweep.
 */
export const followDomain = defineJob({
  name: 'organizations.follow-domain',
  input: z.object({ organization: z.string(), domain: z.string() }),
  run: async (ctx, input) => {
    const organization = input.organization as Id<'organization'>;
    const id = input.domain as Id<'domain'>;
    const found = await ctx.read((db) => selectDomain(db, organization, id).executeTakeFirst());
    if (!found) return;
    const there = await hasRecord(ctx, found).catch(() => null);
    if (there !== null) await ctx.transact((tx) => noteLook(tx, organization, id, there));
  },
});

export const followDomains = defineSweep({
  name: 'organizations.follow-domains',
  cron: '41 * * * *',
  run: (ctx) =>
    ctx.transact(async (tx) => {
      const before = (state: keyof typeof hours) => new Date(tx.now.getTime() - hours[state] * 3_600_000);
      const found = await tx.db
        .selectFrom('organizations.domains')
        .select(['organization_id', 'id'])
        .where('verified_by', 'is', null)
        .where((eb) =>
          eb.or([
            eb('state', '=', 'verified').and('checked_at', '<=', before('verified')),
            eb('state', '=', 'missing').and('checked_at', '<=', before('missing')),
          ]),
        )
        .orderBy('checked_at')
        .limit(batch)
        .execute();
      for (const { organization_id: organization, id } of found)
        tx.enqueue(followDomain, { organization, domain: id }, { key: id });
    }),
});

async function noteLook(
  tx: Tx,
  organization: Id<'organization'>,
  id: Id<'domain'>,
  there: boolean,
): Promise<void> {
  const row = await selectDomain(tx.db, organization, id).forUpdate().executeTakeFirst();
  if (!row || row.verified_by || (row.state !== 'verified' && row.state !== 'missing')) return;
  const of = { organization, id, domain: row.domain, state: row.state as DomainState };
  const fact = { organizationId: organization, subject: { kind: 'domain', id } };
  if (there) {
    await noteState(tx, of, null);
    if (of.state === 'missing')
      tx.emit(domainVerified, { ...fact, data: { domain: of.domain, by: 'record' } });
    return;
  }
  const since = row.missing_since ?? tx.now;
  if (endOfGrace(since) <= tx.now) {
    await switchOff(tx, of, 'record_missing');
    await tellManagers(tx, of, null);
    return;
  }
  await noteState(tx, of, since);
  if (of.state === 'missing') return;
  tx.emit(domainMissing, { ...fact, data: { domain: of.domain } });
  await tellManagers(tx, of, endOfGrace(since));
}

interface Known {
  organization: Id<'organization'>;
  id: Id<'domain'>;
  domain: string;
}

async function noteState(tx: Tx, { organization, id }: Known, missingSince: Date | null): Promise<void> {
  await tx.db
    .updateTable('organizations.domains')
    .set({
      state: missingSince ? 'missing' : 'verified',
      missing_since: missingSince,
      checked_at: tx.now,
    })
    .where('organization_id', '=', organization)
    .where('id', '=', id)
    .execute();
}

/** `until`: when it will be switched off; null when it has been. */
async function tellManagers(tx: Tx, { organization, id, domain }: Known, until: Date | null): Promise<void> {
  const { name, slug, timeZone } = await findOrganization(tx.db, organization);
  const data = { organization: name, domain, path: `/o/${slug}/organization/domains` };
  const day: CalendarDate = dateIn(timeZone, until ?? tx.now);
  for (const person of await findMembersWhoMay(tx.db, organization, manageDomains)) {
    const telling = { to: { person }, organizationId: organization, occurrence: `${id}:${day}` };
    if (until) tx.tell(domainIsMissing, { ...telling, data: { ...data, until: day } });
    else tx.tell(domainIsOff, { ...telling, data });
  }
}
