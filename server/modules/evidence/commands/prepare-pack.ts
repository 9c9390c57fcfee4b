import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, changedMeanwhile, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Locale } from '../../../kernel/values/money.ts';
import { evidenceParts, packFrozen } from '../contract.ts';
import type { EvidencePart } from '../contract.ts';
import { isEmpty } from '../documents/sections.ts';
import { evidenceCollected } from '../events.ts';
import { collectEvidence } from '../queries/collect.ts';

/**
 * Reads the records about a dispute, for the first time or again: then what staff chose and wrote stays. At first every part of which
 * there is something is told, but tickets and sign-ins, which are about people: staff choose them. Errors: `not_found`, `evidence_frozen`.
 */
export async function collectPack(
  tx: Tx,
  { dispute, by, language }: { dispute: Id<'dispute'>; by: Id<'person'>; language: Locale },
): Promise<void> {
  const collected = await collectEvidence(tx.db, dispute);
  const { organization_id: organization } = await tx.db
    .selectFrom('payments.disputes')
    .select('organization_id')
    .where('id', '=', dispute)
    .executeTakeFirstOrThrow();
  const id = tx.newId<'evidence'>();
  const parts = evidenceParts.filter(
    (part) => part !== 'tickets' && part !== 'signIns' && !isEmpty(collected, part),
  );
  const what = { collected: JSON.stringify(collected), collected_at: tx.now, collected_by: by };
  const written = await tx.db
    .insertInto('evidence.packs')
    .values({ organization_id: organization, id, dispute_id: dispute, ...what, parts, language })
    .onConflict((conflict) =>
      conflict
        .column('dispute_id')
        .doUpdateSet((eb) => ({ ...what, version: eb('evidence.packs.version', '+', 1) }))
        .where('evidence.packs.state', '=', 'draft'),
    )
    .returning('id')
    .executeTakeFirst();
  if (!written) throw new Problem(packFrozen);
  tx.emit(evidenceCollected, {
    organizationId: organization as Id<'organization'>,
    subject: { kind: 'dispute', id: dispute },
    data: { packId: written.id, disputeId: dispute },
  });
}

/** Staff choose what is told and write the statement. Errors: `not_found`, `evidence_frozen`, `changed_meanwhile`. */
export async function changePack(
  tx: Tx,
  {
    dispute,
    version,
    body,
  }: {
    dispute: Id<'dispute'>;
    version: number;
    body: { parts: readonly EvidencePart[]; language: Locale; statement: string };
  },
): Promise<void> {
  const pack = await tx.db
    .selectFrom('evidence.packs')
    .select(['id', 'state', 'version'])
    .where('dispute_id', '=', dispute)
    .forUpdate()
    .executeTakeFirst();
  if (!pack) throw new Problem(notFound);
  if (pack.state !== 'draft') throw new Problem(packFrozen);
  if (pack.version !== version) throw new Problem(changedMeanwhile);
  await tx.db
    .updateTable('evidence.packs')
    .set({ ...body, parts: [...body.parts], version: version + 1 })
    .where('id', '=', pack.id)
    .execute();
}
