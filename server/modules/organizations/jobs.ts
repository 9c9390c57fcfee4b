import { sql } from 'kysely';
import { z } from 'zod';
import { defineJob, defineSweep } from '../../kernel/jobs/define.ts';
import type { CalendarDate } from '../../kernel/values/dates.ts';
import { addDays, dateIn } from '../../kernel/values/dates.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { endMembership, lockMember } from './commands/manage-member.ts';
import { accessEnded, accessEnding, reviewDue } from './messages.ts';
import { findOrganization } from './queries.ts';
import { findMembersWhoMay } from './whom-to-tell.ts';
import { manageMembers } from './permissions.ts';

const batch = 1000;
/** Days before the last one on which people are told that it comes. */
const noticeDays = 7;

const which = z.object({ organization: z.string(), person: z.string() });

/** Ends a membership whose last day is over, or tells that it comes near. */
export const followLastDay = defineJob({
  name: 'organizations.follow-last-day',
  input: which,
  run: (ctx, input) =>
    ctx.transact(async (tx) => {
      const organization = input.organization as Id<'organization'>;
      const person = input.person as Id<'person'>;
      const there = await tx.db
        .selectFrom('organizations.members')
        .select('told_until')
        .where('organization_id', '=', organization)
        .where('person_id', '=', person)
        .executeTakeFirst();
      if (!there) return;
      const { until, role } = await lockMember(tx, organization, person);
      if (until === null) return;
      const { timeZone, name, slug } = await findOrganization(tx.db, organization);
      const today = dateIn(timeZone, tx.now);
      if (until < today) {
        await endMembership(tx, organization, person, role);
        tx.tell(accessEnded, {
          to: { person },
          organizationId: organization,
          occurrence: until,
          data: { organization: name },
        });
        return;
      }
      if (there.told_until === until || addDays(today, noticeDays) < until) return;
      await tx.db
        .updateTable('organizations.members')
        .set({ told_until: until })
        .where('organization_id', '=', organization)
        .where('person_id', '=', person)
        .execute();
      const member = await tx.db
        .selectFrom('identity.people')
        .select('name')
        .where('id', '=', person)
        .executeTakeFirstOrThrow();
      const managers = await findMembersWhoMay(tx.db, organization, manageMembers);
      for (const reader of new Set([person, ...managers])) {
        tx.tell(accessEnding, {
          to: { person: reader },
          organizationId: organization,
          occurrence: `${person}:${until}`,
          data: {
            organization: name,
            until,
            member: reader === person ? null : member.name,
            path: `/o/${slug}/organization/members`,
          },
        });
      }
    }),
});

export const followLastDays = defineSweep({
  name: 'organizations.follow-last-days',
  cron: '7 * * * *',
  run: (ctx) =>
    ctx.transact(async (tx) => {
      const soon = addDays(dateIn('Pacific/Kiritimati', tx.now), noticeDays);
      const found = await tx.db
        .selectFrom('organizations.members')
        .select(['organization_id', 'person_id'])
        .where('until', '<=', soon)
        .where((eb) =>
          eb.or([
            eb('told_until', 'is distinct from', eb.ref('until')),
            eb('until', '<', dateIn('Pacific/Kiritimati', tx.now)),
          ]),
        )
        .orderBy('until')
        .limit(batch)
        .execute();
      for (const { organization_id: organization, person_id: person } of found) {
        tx.enqueue(followLastDay, { organization, person }, { key: `${organization}:${person}` });
      }
    }),
});

/** Reminds those who manage members to look through who has access, when the organization asked for it and the time has come. */
export const remindOfReview = defineJob({
  name: 'organizations.remind-of-review',
  input: z.object({ organization: z.string() }),
  run: (ctx, input) =>
    ctx.transact(async (tx) => {
      const organization = input.organization as Id<'organization'>;
      const { rows } = await dueReviews(tx.now, organization).execute(tx.db);
      if (!rows[0]) return;
      await tx.db
        .updateTable('organizations.organizations')
        .set({ review_reminded_at: tx.now })
        .where('id', '=', organization)
        .execute();
      const { slug, name, timeZone } = await findOrganization(tx.db, organization);
      for (const person of await findMembersWhoMay(tx.db, organization, manageMembers)) {
        const occurrence: CalendarDate = dateIn(timeZone, tx.now);
        const data = { organization: name, people: rows[0].people, path: `/o/${slug}/organization/access` };
        tx.tell(reviewDue, { to: { person }, organizationId: organization, occurrence, data });
      }
    }),
});

export const remindOfReviews = defineSweep({
  name: 'organizations.remind-of-reviews',
  cron: '23 1 * * *',
  run: (ctx) =>
    ctx.transact(async (tx) => {
      const { rows } = await dueReviews(tx.now, null).execute(tx.db);
      for (const { id } of rows) tx.enqueue(remindOfReview, { organization: id }, { key: id });
    }),
});

/** Organizations with members nobody has looked at for as long as they said, and whom nobody reminded within that time. */
function dueReviews(now: Date, only: Id<'organization'> | null) {
  return sql<{ id: string; people: number }>`
    select o.id, count(*)::integer as people
    from organizations.organizations o join organizations.members m on m.organization_id = o.id
    where o.review_months is not null and (${only}::uuid is null or o.id = ${only})
      and (o.review_reminded_at is null or o.review_reminded_at <= ${now}::timestamptz - make_interval(months => o.review_months))
      and coalesce(m.reviewed_at, m.since) <= ${now}::timestamptz - make_interval(months => o.review_months)
    group by o.id limit ${batch}`;
}
