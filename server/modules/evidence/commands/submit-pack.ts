import { Readable } from 'node:stream';
import type { Ctx } from '../../../kernel/context.ts';
import { fileKey } from '../../../kernel/files.ts';
import { Problem, changedMeanwhile } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { newId } from '../../../kernel/values/ids.ts';
import { cannotAnswer, submitEvidence } from '../../payments/index.ts';
import { packFrozen, statementMissing } from '../contract.ts';
import { evidenceFrozen, evidenceSent } from '../events.ts';
import { archivePack, findPack, printPack, sha256 } from '../print-pack.ts';
import type { PackToPrint } from '../print-pack.ts';

const megabytes = 50;

/**
 * Freezes the evidence with its hashes and sends it to the bank. What was frozen is sent again as it is, under the same id, until the gateway has
 * taken it; where the bank refuses it, it is a draft again. Outside transactions. Errors: `not_found`, `statement_missing`,
 * `evidence_frozen` once it is sent, `cannot_answer`, `gateway_silent`, `changed_meanwhile`.
 */
export async function submitPack(
  ctx: Ctx,
  { dispute, by }: { dispute: Id<'dispute'>; by: Id<'person'> },
): Promise<void> {
  const found = await ctx.read((db) => findPack(db, dispute));
  if (found.state === 'sent') throw new Problem(packFrozen);
  if (found.statement === '') throw new Problem(statementMissing);
  const pack = found.state === 'draft' ? await freeze(ctx, found, by) : found;
  const content = await readFile(ctx, pack);
  try {
    await submitEvidence(ctx, {
      dispute,
      evidence: {
        evidenceId: pack.id,
        statement: pack.statement,
        file: { name: 'evidence.pdf', type: 'application/pdf', content },
      },
      by,
      isRepeated: found.state === 'sending',
    });
  } catch (error) {
    if (error instanceof Problem && error.kind === cannotAnswer) await thaw(ctx, pack);
    throw error;
  }
  await ctx.transact(async (tx) => {
    const sent = await tx.db
      .updateTable('evidence.packs')
      .set({ state: 'sent', sent_at: tx.now })
      .where('id', '=', pack.id)
      .where('state', '=', 'sending')
      .executeTakeFirst();
    if (sent.numUpdatedRows === 1n) tx.emit(evidenceSent, about(pack));
  });
}

/** Makes the files once, and keeps them with their hashes. */
async function freeze(ctx: Ctx, draft: PackToPrint, by: Id<'person'>): Promise<PackToPrint> {
  const pack: PackToPrint = { ...draft, state: 'sending' };
  const document = await printPack(ctx, pack);
  const archive = await archivePack(ctx, pack, document);
  const now = ctx.clock.now();
  const files = { document: newId<'file'>(now), archive: newId<'file'>(now) };
  await keep(ctx, pack, files.document, document);
  await keep(ctx, pack, files.archive, archive);
  const hashes = { documentHash: sha256(document), archiveHash: sha256(archive) };
  await ctx.transact(async (tx) => {
    const frozen = await tx.db
      .updateTable('evidence.packs')
      .set({
        state: 'sending',
        frozen_at: tx.now,
        frozen_by: by,
        document_id: files.document,
        document_hash: hashes.documentHash,
        archive_id: files.archive,
        archive_hash: hashes.archiveHash,
        version: draft.version + 1,
      })
      .where('id', '=', pack.id)
      .where('state', '=', 'draft')
      .where('version', '=', draft.version)
      .executeTakeFirst();
    if (frozen.numUpdatedRows === 0n) throw new Problem(changedMeanwhile);
    const fact = about(pack);
    tx.emit(evidenceFrozen, { ...fact, data: { ...fact.data, ...hashes } });
  });
  return { ...pack, documentId: files.document, archiveId: files.archive };
}

/** The bank takes no answer: nothing was said, so it may be changed again. */
async function thaw(ctx: Ctx, pack: PackToPrint): Promise<void> {
  await ctx.transact((tx) =>
    tx.db
      .updateTable('evidence.packs')
      .set((eb) => ({
        state: 'draft',
        frozen_at: null,
        frozen_by: null,
        document_id: null,
        document_hash: null,
        archive_id: null,
        archive_hash: null,
        version: eb('version', '+', 1),
      }))
      .where('id', '=', pack.id)
      .where('state', '=', 'sending')
      .execute(),
  );
}

async function keep(ctx: Ctx, pack: PackToPrint, id: Id<'file'>, content: Buffer): Promise<void> {
  const key = fileKey(pack.organization, 'evidence', id);
  await ctx.ports.files.put(key, Readable.from([content]), { maxBytes: megabytes * 1_000_000 });
}

async function readFile(ctx: Ctx, { organization, documentId }: PackToPrint): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const stream = await ctx.ports.files.get(fileKey(organization, 'evidence', documentId!));
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function about({ id, organization, dispute }: PackToPrint) {
  return {
    organizationId: organization,
    subject: { kind: 'dispute', id: dispute },
    data: { packId: id, disputeId: dispute },
  };
}
