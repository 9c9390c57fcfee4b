import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, changedMeanwhile, notFound } from '../../../kernel/values/errors.ts';
import type { ProblemKind } from '../../../kernel/values/errors.ts';

type Edited =
  | 'catalog.meters'
  | 'catalog.groups'
  | 'catalog.products'
  | 'catalog.plans'
  | 'catalog.options'
  | 'catalog.addons';

/** Says why an edit found no row of its id and version: there is none, or it was changed meanwhile. */
export async function refuseEdit(tx: Tx, table: Edited, id: string): Promise<never> {
  const row = await tx.db.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst();
  throw new Problem(row ? changedMeanwhile : notFound);
}

/** Turns the database's refusal of a second row with the same address or code into `taken`. */
export async function refusingTaken<T>(taken: ProblemKind, path: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if ((error as { code?: unknown }).code !== '23505') throw error;
    throw new Problem(taken, { fields: [{ path, code: taken.code, message: taken.title }] });
  }
}

/** Pointing to something that is not there is bad input of the field that points. */
export async function refusingUnknown<T>(path: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if ((error as { code?: unknown }).code !== '23503') throw error;
    throw new Problem(notFound, { fields: [{ path, code: 'unknown', message: 'there is no such thing' }] });
  }
}
