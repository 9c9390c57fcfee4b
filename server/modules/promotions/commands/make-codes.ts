import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { codeTaken, noCodes } from '../contract.ts';
import { codeFrom } from '../domain/code.ts';
import { codesMade } from '../events.ts';

/** A code somebody chose. Errors: `not_found`, `no_codes`, `code_taken`. */
export async function addCode(
  tx: Tx,
  promotion: Id<'promotion'>,
  { code, most }: { code: string; most: number | null },
): Promise<void> {
  await holdPromotion(tx, promotion);
  const added = await tx.db
    .insertInto('promotions.codes')
    .values({ code, promotion_id: promotion, most, created_at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('code')
    .executeTakeFirst();
  if (!added) {
    const field = { path: 'code', code: codeTaken.code, message: codeTaken.title };
    throw new Problem(codeTaken, { fields: [field] });
  }
}

/** Many codes at once that nobody can guess, each to be used `each` times. Errors: `not_found`, `no_codes`. */
export async function makeBatch(
  tx: Tx,
  promotion: Id<'promotion'>,
  { count, prefix, each }: { count: number; prefix: string; each: number },
): Promise<number> {
  await holdPromotion(tx, promotion);
  const { rows } = await sql<{ batch: number }>`
    select coalesce(max(batch), 0) + 1 as batch from promotions.codes where promotion_id = ${promotion}`.execute(
    tx.db,
  );
  const { batch } = rows[0]!;
  let missing = count;
  while (missing > 0) {
    const codes = Array.from({ length: missing }, () => codeFrom(prefix, randomBytes(10)));
    const added = await sql`
      insert into promotions.codes (code, promotion_id, most, batch, created_at)
      select code, ${promotion}, ${each}, ${batch}, ${tx.now} from unnest(${codes}::text[]) as made (code)
      on conflict do nothing returning code`.execute(tx.db);
    missing -= added.rows.length;
  }
  tx.emit(codesMade, {
    organizationId: null,
    subject: { kind: 'promotion', id: promotion },
    data: { batch, count },
  });
  return batch;
}

async function holdPromotion(tx: Tx, id: Id<'promotion'>): Promise<void> {
  const row = await tx.db
    .selectFrom('promotions.promotions')
    .select('trigger')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Problem(notFound);
  if (row.trigger !== 'code') throw new Problem(noCodes);
}
