import type { Tx } from '../../../kernel/db/tx.ts';
import type { Db } from '../../../kernel/db/types.ts';
import { readSetting, writeSetting } from '../../../kernel/settings.ts';
import { Problem, changedMeanwhile } from '../../../kernel/values/errors.ts';
import { isId } from '../../../kernel/values/ids.ts';
import { noteTierUses } from '../../organizations/index.ts';
import { unknownClient } from '../contract.ts';
import type { WorkTermsAnswer } from '../contract.ts';
import { ratesSet } from '../events.ts';
import { workTerms } from '../settings.ts';
import type { WorkTerms } from '../settings.ts';

/** All rates together are one user of tiers. */
const rates = {
  kind: 'rate',
  id: '01936e00-0000-7000-8000-000000000310',
  names: { id: 'Waktu kerja', en: 'Worked time' },
} as const;

const ownOf = (terms: WorkTerms) => [
  ...new Set(terms.rates.flatMap(({ organizationId }) => organizationId ?? [])),
];

const clientsIn = (db: Db, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : db
        .selectFrom('organizations.organizations')
        .select(['id', 'name'])
        .where('id', 'in', ids)
        .orderBy('name')
        .execute();

/** What an hour costs whom, and how minutes are rounded. */
export async function readTerms(db: Db): Promise<WorkTermsAnswer> {
  const { value, version } = await readSetting(db, workTerms);
  return { value, version, clients: await clientsIn(db, ownOf(value)) };
}

/** Errors: `changed_meanwhile`, `unknown_tier`, `unknown_client`. */
export async function setTerms(tx: Tx, value: WorkTerms, version: number): Promise<void> {
  const own = ownOf(value);
  if (!own.every(isId) || (await clientsIn(tx.db, own)).length < own.length) throw new Problem(unknownClient);
  if (!(await writeSetting(tx, workTerms, value, version))) throw new Problem(changedMeanwhile);
  await noteTierUses(
    tx,
    rates,
    value.rates.flatMap(({ tierId }) => tierId ?? []),
  );
  tx.emit(ratesSet, {
    organizationId: null,
    subject: { kind: 'setting', id: workTerms.key },
    data: { rates: value.rates.length },
  });
}
