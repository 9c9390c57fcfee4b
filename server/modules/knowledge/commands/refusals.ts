import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { ProblemKind } from '../../../kernel/values/errors.ts';

/** Turns the database's refusal of a second row with the same address into `taken`. */
export function refusingTaken<T>(taken: ProblemKind, path: string, work: Promise<T>): Promise<T> {
  const field = { path, code: taken.code, message: taken.title };
  return refusing('23505', work, () => new Problem(taken, { fields: [field] }));
}

/** Pointing to something that is not there is bad input of the field that points. */
export function refusingUnknown<T>(path: string, work: Promise<T>): Promise<T> {
  const field = { path, code: 'unknown', message: 'there is no such thing' };
  return refusing('23503', work, () => new Problem(notFound, { fields: [field] }));
}

/** Turns the refusal to delete what others point to into `used`. */
export function refusingUsed<T>(used: ProblemKind, work: Promise<T>): Promise<T> {
  return refusing('23503', work, () => new Problem(used));
}

async function refusing<T>(code: string, work: Promise<T>, problem: () => Problem): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw (error as { code?: unknown }).code === code ? problem() : error;
  }
}
