import { Readable } from 'node:stream';
import type { Ctx } from '../../../kernel/context.ts';
import { everything } from '../../../kernel/db/scope.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { fileKey } from '../../../kernel/files.ts';
import { refuseMalware } from '../../../kernel/malware.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { withholdingStates } from '../domain/withholding.ts';
import { slipAccepted, slipRefused, slipSubmitted } from '../events.ts';
import { slipTypeRefused, wrongSlipAmount } from '../tax-contract.ts';
import { tellOfRefusedSlip } from '../tax-tellings.ts';
import { lockWithholding, subjectOf } from '../withholding-row.ts';
import type { WithholdingKey } from '../withholding-row.ts';

/** What a slip says. `amount` in minor units of the invoice's currency. */
export interface Slip {
  number: string;
  on: CalendarDate;
  amount: bigint;
  /** The name of its file. */
  name: string;
}

export const mostSlipBytes = 4_000_000;

const types = [
  { type: 'application/pdf', begins: '%PDF-' },
  { type: 'image/png', begins: '\x89PNG\r\n' },
  { type: 'image/jpeg', begins: '\xff\xd8\xff' },
];

/**
 * Keeps the slip (bukti potong) of what an organization withheld, for staff to look at. Its sum must be what was withheld. Errors:
 * `not_found`, `wrong_state`, `slip_amount_differs`, `slip_type_refused`, `file_too_large`, `file_infected`, `scanner_unavailable`.
 */
export async function submitSlip(
  ctx: Ctx,
  key: { organization: Id<'organization'>; withholding: Id<'withholding'>; by: Id<'person'> },
  slip: Slip,
  stream: Readable,
): Promise<void> {
  const bytes = await collect(stream);
  const type = types.find(
    ({ begins }) => bytes.subarray(0, begins.length).toString('latin1') === begins,
  )?.type;
  if (!type) throw new Problem(slipTypeRefused);
  const inside = ctx.within(everything);
  const file = await inside.transact(async (tx) => {
    check(slip, await lockWithholding(tx, key));
    return tx.newId<'file'>();
  });
  const at = fileKey(key.organization, 'billing', file);
  await ctx.ports.files.put(at, Readable.from([bytes]), { maxBytes: mostSlipBytes });
  await refuseMalware(ctx, at);
  await inside.transact(async (tx) => {
    const withholding = await lockWithholding(tx, key);
    check(slip, withholding);
    await tx.db
      .updateTable('billing.withholdings')
      .set((eb) => ({
        state: 'submitted',
        slip_number: slip.number,
        slip_on: slip.on,
        slip_amount: slip.amount,
        slip_file: file,
        slip_file_name: slip.name,
        slip_file_type: type,
        submitted_at: tx.now,
        refused_because: null,
        version: eb('version', '+', 1),
      }))
      .where('organization_id', '=', key.organization)
      .where('id', '=', key.withholding)
      .execute();
    const data = { withholdingId: key.withholding, invoiceId: withholding.invoice };
    tx.emit(slipSubmitted, { ...subjectOf(withholding), data });
  });
}

function check(
  slip: Slip,
  { state, amount }: { state: Parameters<typeof withholdingStates.canMove>[0]; amount: bigint },
) {
  withholdingStates.assertMove(state, 'submitted');
  if (slip.amount !== amount) throw new Problem(wrongSlipAmount, { facts: { amount: Number(amount) } });
}

async function collect(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Staff find the slip in order, or not and say why. Errors: `not_found`, `wrong_state`. */
export async function decideOnSlip(
  tx: Tx,
  key: WithholdingKey,
  { by, refusedBecause }: { by: Id<'person'>; refusedBecause: string | null },
): Promise<void> {
  const withholding = await lockWithholding(tx, key);
  const { organization, id, invoice: invoiceId } = withholding;
  const next = refusedBecause === null ? 'proven' : 'awaiting';
  withholdingStates.assertMove(withholding.state, next);
  await tx.db
    .updateTable('billing.withholdings')
    .set((eb) => ({
      state: next,
      refused_because: refusedBecause,
      decided_by: by,
      decided_at: tx.now,
      version: eb('version', '+', 1),
    }))
    .where('organization_id', '=', organization)
    .where('id', '=', id)
    .execute();
  const fact = { ...subjectOf(withholding), data: { withholdingId: id, invoiceId } };
  if (refusedBecause === null) return tx.emit(slipAccepted, fact);
  tx.emit(slipRefused, fact);
  await tellOfRefusedSlip(tx, withholding, refusedBecause);
}
