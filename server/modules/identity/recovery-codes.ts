import { randomBytes } from 'node:crypto';
import { hashToken } from '../../kernel/crypto.ts';
import type { Tx } from '../../kernel/db/tx.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { recoveryCodesMade } from './events.ts';

const count = 10;
// Without letters that look like digits. 32 of them: five bits each, 120 bits in all, so that a plain hash hides a code.
const letters = 'abcdefghjkmnpqrstuvwxyz023456789';
const groups = 4;
const groupLength = 6;

function newCode(): string {
  const all = [...randomBytes(groups * groupLength)].map((byte) => letters[byte % letters.length]!);
  return Array.from({ length: groups }, (_, at) =>
    all.slice(at * groupLength, (at + 1) * groupLength).join(''),
  ).join('-');
}

/** However it was written down: hyphens, spaces and capitals do not matter. */
export const hashRecoveryCode = (code: string): Buffer =>
  hashToken(code.toLowerCase().replace(/[^a-z0-9]/g, ''));

/** Makes ten new recovery codes, which are told this once and stored as hashes; earlier ones work no more. */
export async function makeRecoveryCodes(tx: Tx, person: Id<'person'>): Promise<string[]> {
  const codes = Array.from({ length: count }, newCode);
  await tx.db.deleteFrom('identity.recovery_codes').where('person_id', '=', person).execute();
  await tx.db
    .insertInto('identity.recovery_codes')
    .values(codes.map((code) => ({ person_id: person, code_hash: hashRecoveryCode(code), made_at: tx.now })))
    .execute();
  tx.emit(recoveryCodesMade, { organizationId: null, subject: { kind: 'person', id: person }, data: {} });
  return codes;
}

/** The codes that come with the first second step; null when there are some already. */
export async function recoveryCodesIfNone(tx: Tx, person: Id<'person'>): Promise<string[] | null> {
  const some = await tx.db
    .selectFrom('identity.recovery_codes')
    .select('person_id')
    .where('person_id', '=', person)
    .limit(1)
    .executeTakeFirst();
  return some ? null : makeRecoveryCodes(tx, person);
}
