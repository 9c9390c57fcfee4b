import type { Tx } from '../../kernel/db/tx.ts';
import { dateIn } from '../../kernel/values/dates.ts';
import type { Id } from '../../kernel/values/ids.ts';
import type { AboutKey } from './key-messages.ts';
import { manageKeys } from './permissions.ts';
import { findOrganization } from './queries.ts';
import { findMembersWhoMay } from './whom-to-tell.ts';

interface Reader {
  to: { person: Id<'person'> };
  organizationId: Id<'organization'>;
}

/** Tells everybody who has to do with a key: the person it acts for, or those who manage the organization's. */
export async function tellOfKey(
  tx: Tx,
  organization: Id<'organization'>,
  key: { name: string; holder: Id<'person'> | null; expiresAt: Date },
  tell: (reader: Reader, data: AboutKey) => void,
): Promise<void> {
  const { name, slug, timeZone } = await findOrganization(tx.db, organization);
  const data = {
    organization: name,
    key: key.name,
    personal: key.holder !== null,
    expiresOn: dateIn(timeZone, key.expiresAt),
    path: `/o/${slug}/organization/keys`,
  };
  const readers = key.holder ? [key.holder] : await findMembersWhoMay(tx.db, organization, manageKeys);
  for (const person of readers) tell({ to: { person }, organizationId: organization }, data);
}
