import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { addNote, changeAsItIs, findFollowers, findSupportTeam, tellFollowers } from '../../support/index.ts';
import type { TicketPatch } from '../../support/index.ts';
import type { RuleActs } from '../contract.ts';
import type { Moment } from '../domain/rules.ts';
import { fill } from '../domain/variables.ts';
import { wordingFor } from '../domain/wording.ts';
import { ruleNotice, ruleTold } from '../messages.ts';
import { readAbout } from '../queries/about-ticket.ts';
import type { LookedTicket } from '../queries/looked.ts';
import type { RunnableRule } from '../queries/rules.ts';
import { giveAsQueue, isGiving } from './give-as-queue.ts';
import { tagsAfter } from './tags-after.ts';

/**
 * Does all that a rule says. Returns the moments that this is for other rules, and the ticket as it is then; undefined where only the
 * database knows. Errors: `wrong_state`, `not_assignable`, before anything is written.
 */
export async function doRule(
  tx: Tx,
  rule: RunnableRule,
  ticket: LookedTicket,
  run: Id<'run'>,
): Promise<{ moments: Moment[]; after: LookedTicket | undefined }> {
  const { acts, title } = rule;
  const moments: Moment[] = [];
  let after: LookedTicket | undefined = ticket;
  let assignee = ticket.assigneeId;
  if (Object.keys(patchOf(acts, ticket.tags)).length > 0) {
    await changeAsItIs(tx, { id: null, name: title }, ticket.id, (now) => {
      const patch = patchOf(acts, now.tags);
      if (patch.assigneeId !== undefined) assignee = patch.assigneeId;
      moments.push(...momentsOf(patch, now));
      after = changedBy(ticket, patch);
      return patch;
    });
  }
  if (isGiving(acts.assignee)) {
    const given = await giveAsQueue(tx, ticket.id, acts.assignee);
    if (given) {
      assignee = given;
      moments.push('changed');
    }
    after = undefined;
  }
  // Words of a ticket may be those of its latest message.
  if (acts.note) after = undefined;
  await say(tx, rule, ticket, run);
  const told = new Set<Id<'person'>>([
    ...(acts.notify.includes('assignee') && assignee ? [assignee] : []),
    ...(acts.notify.includes('team') ? await findSupportTeam(tx.db) : []),
  ]);
  const { id: ticketId, number, subject } = ticket;
  for (const person of told) {
    tx.tell(ruleNotice, {
      to: { person },
      occurrence: run,
      data: { ticketId, number, subject, rule: title },
    });
  }
  return { moments, after };
}

/** The note to colleagues, and what the client is told. */
async function say(tx: Tx, rule: RunnableRule, ticket: LookedTicket, run: Id<'run'>): Promise<void> {
  const { note, tell } = rule.acts;
  if (!note && !tell) return;
  const about = await readAbout(tx.db, ticket.id, rule.keeper ?? rule.title);
  if (note && rule.savedBy) {
    const person = { id: rule.savedBy, name: rule.keeper ?? rule.title };
    await addNote(tx, { person }, { ticket: ticket.id, text: fill(note, about.values).text, files: [] });
  }
  if (!tell) return;
  const { organization } = about;
  const { slug, followers } = await findFollowers(tx.db, organization, ticket.id);
  const texts = {
    id: wordingFor(tell, { ...about, language: 'id' }).text,
    en: wordingFor(tell, { ...about, language: 'en' }).text,
  };
  const { id: ticketId, number, subject } = ticket;
  tellFollowers(
    tx,
    ruleTold,
    { organization, slug, followers, occurrence: run },
    { ticketId, number, subject, texts },
  );
}

/** What rules look at, after a change. */
function changedBy(ticket: LookedTicket, patch: TicketPatch): LookedTicket {
  const { status, priority, kind, queue, tags, assigneeId } = patch;
  return {
    ...ticket,
    ...(status ? { status } : {}),
    ...(priority ? { priority } : {}),
    ...(kind ? { kind } : {}),
    ...(queue ? { queue } : {}),
    ...(tags ? { tags: [...new Set(tags)].sort() } : {}),
    ...(assigneeId === undefined ? {} : { assigneeId, assigned: assigneeId !== null }),
  };
}

/** What a change makes happen, as rules see it. */
function momentsOf(
  patch: TicketPatch,
  now: { [K in 'status' | 'priority' | 'kind' | 'queue']: string } & {
    assignee_id: string | null;
    tags: readonly string[];
  },
): Moment[] {
  const others = [
    patch.priority && patch.priority !== now.priority,
    patch.kind && patch.kind !== now.kind,
    patch.queue && patch.queue !== now.queue,
    patch.assigneeId !== undefined && patch.assigneeId !== now.assignee_id,
    patch.tags && patch.tags.toSorted().join() !== now.tags.toSorted().join(),
  ];
  return [
    ...(patch.status && patch.status !== now.status ? (['status_changed'] as const) : []),
    ...(others.some(Boolean) ? (['changed'] as const) : []),
  ];
}

function patchOf(
  { status, priority, kind, queue, assignee, ...tags }: RuleActs,
  now: readonly string[],
): TicketPatch {
  return {
    ...(status ? { status } : {}),
    ...(priority ? { priority } : {}),
    ...(kind ? { kind } : {}),
    ...(queue ? { queue } : {}),
    ...(assignee && !isGiving(assignee) ? { assigneeId: assignee === 'nobody' ? null : assignee } : {}),
    ...tagsAfter(tags, now),
  };
}
