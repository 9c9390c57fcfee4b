import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { wrongState } from '../../../kernel/values/state-machine.ts';
import { subject } from '../allocate.ts';
import { contestRefused, noSuchLine } from '../contest-contract.ts';
import type { ContestBody } from '../contest-contract.ts';
import { mayContest } from '../domain/contest.ts';
import { contestClosed, contestOpened, contestRested } from '../events.ts';
import { endHolds, holdInvoice } from '../holds.ts';
import { lockInvoice } from '../invoice-row.ts';
import { readContestFacts } from '../queries/contests.ts';
import { issueCreditNote } from './issue-credit-note.ts';

interface Key {
  organization: Id<'organization'>;
  invoice: Id<'invoice'>;
}

const dayMilliseconds = 24 * 3_600_000;

/**
 * A client does not agree with an invoice; for as long as the setting says nobody is chased. Needs a transaction that sees everything.
 * Errors: `not_found`, `contest_refused` with its reason, `no_such_line`.
 */
export async function contestInvoice(
  tx: Tx,
  key: Key,
  { body, by }: { body: ContestBody; by: Id<'person'> },
): Promise<void> {
  const invoice = await lockInvoice(tx, key.organization, key.invoice);
  const { facts, limits } = await readContestFacts(tx.db, key, tx.now);
  const may = mayContest(facts, limits);
  if (may !== true) throw new Problem(contestRefused, { facts: { reason: may.no } });
  const positions = [...new Set(body.positions)].toSorted((a, b) => a - b);
  const lines = await tx.db
    .selectFrom('billing.invoice_lines')
    .select('position')
    .where('organization_id', '=', key.organization)
    .where('invoice_id', '=', key.invoice)
    .execute();
  if (!positions.every((position) => lines.some((line) => line.position === position)))
    throw new Problem(noSuchLine);
  const id = tx.newId<'contest'>();
  await tx.db
    .insertInto('billing.contests')
    .values({
      organization_id: key.organization,
      id,
      invoice_id: key.invoice,
      reason: body.reason,
      positions,
      message: body.message,
      opened_by: by,
      opened_at: tx.now,
      holds_until: new Date(tx.now.getTime() + limits.holdDays * dayMilliseconds),
    })
    .execute();
  await holdInvoice(tx, invoice, { kind: 'contest', id });
  tx.emit(contestOpened, {
    ...subject(invoice),
    data: { contestId: id, invoiceId: key.invoice, reason: body.reason },
  });
}

/** The client agrees after all; collection goes on. Errors: `wrong_state` where nothing is contested. */
export async function withdrawContest(tx: Tx, key: Key): Promise<void> {
  const open = await tx.db
    .selectFrom('billing.contests')
    .select('id')
    .where('organization_id', '=', key.organization)
    .where('invoice_id', '=', key.invoice)
    .where('state', '=', 'open')
    .executeTakeFirst();
  if (!open) throw new Problem(wrongState);
  await close(tx, open.id as Id<'contest'>, { state: 'withdrawn', by: null, answer: '' });
}

/** Staff do not agree with the client, and say why; collection goes on. Errors: `not_found`, `wrong_state`. */
export async function rejectContest(
  tx: Tx,
  contest: Id<'contest'>,
  { answer, by }: { answer: string; by: Id<'person'> },
): Promise<void> {
  await close(tx, contest, { state: 'rejected', by, answer });
}

/**
 * Staff agree: all or a part of the invoice is taken back by a credit note. Errors: `not_found`, `wrong_state`, and those of
 * `issueCreditNote`.
 */
export async function upholdContest(
  tx: Tx,
  contest: Id<'contest'>,
  {
    answer,
    lines,
    by,
  }: { answer: string; lines: readonly { position: number; net: bigint }[]; by: Id<'person'> },
): Promise<void> {
  await close(tx, contest, { state: 'upheld', by, answer, lines });
}

/** The longest that collection waits has passed: it goes on, and the contest still waits for staff. */
export async function restContest(tx: Tx, contest: Id<'contest'>): Promise<void> {
  const row = await tx.db
    .updateTable('billing.contests')
    .set({ holds_until: null })
    .where('id', '=', contest)
    .where('holds_until', '<=', tx.now)
    .returning(['organization_id', 'invoice_id'])
    .executeTakeFirst();
  if (!row) return;
  const organization = row.organization_id as Id<'organization'>;
  await endHolds(tx, organization, contest);
  const invoice = row.invoice_id as Id<'invoice'>;
  tx.emit(contestRested, {
    ...subject({ organization, id: invoice }),
    data: { contestId: contest, invoiceId: invoice },
  });
}

interface Decision {
  state: 'upheld' | 'rejected' | 'withdrawn';
  by: Id<'person'> | null;
  answer: string;
  lines?: readonly { position: number; net: bigint }[];
}

async function close(tx: Tx, contest: Id<'contest'>, { state, by, answer, lines }: Decision): Promise<void> {
  const found = await tx.db
    .selectFrom('billing.contests')
    .select(['organization_id', 'invoice_id'])
    .where('id', '=', contest)
    .executeTakeFirst();
  if (!found) throw new Problem(notFound);
  const organization = found.organization_id as Id<'organization'>;
  const id = found.invoice_id as Id<'invoice'>;
  // Invoices are locked before what hangs on them.
  await lockInvoice(tx, organization, id);
  const closed = await tx.db
    .updateTable('billing.contests')
    .set({ state, answer, decided_by: by, decided_at: tx.now, holds_until: null })
    .where('id', '=', contest)
    .where('state', '=', 'open')
    .executeTakeFirst();
  if (closed.numUpdatedRows === 0n) throw new Problem(wrongState);
  if (lines) {
    const note = await issueCreditNote(tx, {
      organization,
      invoice: id,
      reason: 'other',
      note: answer.slice(0, 2000),
      lines,
    });
    await tx.db
      .updateTable('billing.contests')
      .set({ credit_note_id: note.id })
      .where('id', '=', contest)
      .execute();
  }
  await endHolds(tx, organization, contest);
  tx.emit(contestClosed, {
    ...subject({ organization, id }),
    data: { contestId: contest, invoiceId: id, state },
  });
}
