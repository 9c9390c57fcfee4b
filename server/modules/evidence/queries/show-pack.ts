import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import type { Db } from '../../../kernel/db/types.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { unless } from '../../../kernel/values/state-machine.ts';
import { answerAbility } from '../../payments/index.ts';
import type { EvidencePack, Pack } from '../contract.ts';

/** What is prepared about a dispute, and what may be done with it. Errors: `not_found`. */
export async function showPack(db: Db, ctx: Ctx, dispute: Id<'dispute'>): Promise<EvidencePack> {
  const { rows } = await sql<{ pack: Pack | null }>`
    select case when e.id is null then null else json_build_object('id', e.id, 'collected', e.collected,
      'collectedAt', e.collected_at, 'parts', e.parts, 'language', e.language, 'statement', e.statement, 'state', e.state,
      'sentAt', e.sent_at, 'sentBy', (select json_build_object('id', p.id, 'name', p.name) from identity.people p where p.id = e.frozen_by),
      'documentHash', e.document_hash, 'archiveHash', e.archive_hash, 'version', e.version) end as pack
    from payments.disputes d
      left join evidence.packs e on e.organization_id = d.organization_id and e.dispute_id = d.id
    where d.id = ${dispute}`.execute(db);
  const found = rows[0];
  if (!found) throw new Problem(notFound);
  const { pack } = found;
  const frozen = { evidence_frozen: pack !== null && pack.state !== 'draft' };
  const answer = await answerAbility(db, ctx, dispute);
  return {
    pack,
    can: {
      collect: answer === true ? unless(frozen) : answer,
      change: unless({ not_collected: pack === null, ...frozen }),
      submit:
        pack?.state === 'sending'
          ? true
          : answer === true
            ? unless({ not_collected: pack === null, sent_already: pack?.state === 'sent' })
            : answer,
    },
  };
}
