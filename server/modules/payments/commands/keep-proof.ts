import { Readable } from 'node:stream';
import type { Ctx } from '../../../kernel/context.ts';
import { fileKey } from '../../../kernel/files.ts';
import type { Download } from '../../../kernel/http/route.ts';
import { refuseMalware } from '../../../kernel/malware.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { newId } from '../../../kernel/values/ids.ts';
import { wrongState } from '../../../kernel/values/state-machine.ts';
import { proofRefused } from '../refund-contract.ts';
import { findRefund, lockRefund } from '../refund-row.ts';

export const proofMegabytes = 10;

/** Known by its first bytes: what banks hand out, and pictures of it. */
const types: readonly { type: string; begins: readonly number[] }[] = [
  { type: 'application/pdf', begins: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: 'image/png', begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/jpeg', begins: [0xff, 0xd8, 0xff] },
];

/**
 * Keeps the proof of a transfer; another one takes its place until the refund is paid. Errors: `not_found`, `wrong_state`, `proof_refused`
 * for what is neither PDF, PNG nor JPEG, `file_too_large`, `file_infected`, `scanner_unavailable`.
 */
export async function keepProof(
  ctx: Ctx,
  { refund: id, name, body }: { refund: Id<'refund'>; name: string; body: unknown },
): Promise<void> {
  if (!(body instanceof Readable)) throw new Problem(proofRefused);
  const refund = await ctx.read((db) => findRefund(db, id));
  if (refund.state !== 'to_pay') throw new Problem(wrongState);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
  }
  const bytes = Buffer.concat(chunks, size);
  const type = types.find(({ begins }) => begins.every((byte, index) => bytes[index] === byte))?.type;
  if (!type) throw new Problem(proofRefused);
  const proof = newId<'proof'>(ctx.clock.now());
  const key = fileKey(refund.organization, 'payments', proof);
  await ctx.ports.files.put(key, Readable.from([bytes]), { maxBytes: proofMegabytes * 1_000_000 });
  await refuseMalware(ctx, key);
  await ctx.transact(async (tx) => {
    const { state } = await lockRefund(tx, id);
    if (state !== 'to_pay') throw new Problem(wrongState);
    await tx.db
      .updateTable('payments.refunds')
      .set({ proof_id: proof, proof_name: name, proof_type: type })
      .where('organization_id', '=', refund.organization)
      .where('id', '=', id)
      .execute();
  });
}

/** The proof of a transfer; clients name their organization. Errors: `not_found`. */
export async function openProof(
  ctx: Ctx,
  refund: Id<'refund'>,
  organization: Id<'organization'> | null,
): Promise<Download> {
  const row = await ctx.read((db) =>
    db
      .selectFrom('payments.refunds')
      .select(['organization_id', 'proof_id', 'proof_name', 'proof_type'])
      .where('id', '=', refund)
      .$if(organization !== null, (query) => query.where('organization_id', '=', organization!))
      .executeTakeFirst(),
  );
  if (!row?.proof_id) throw new Problem(notFound);
  const key = fileKey(row.organization_id as Id<'organization'>, 'payments', row.proof_id);
  return { name: row.proof_name!, type: row.proof_type!, body: await ctx.ports.files.get(key) };
}
