import type { Tx } from '../../kernel/db/tx.ts';
import type { MessageKind } from '../../kernel/messages.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { findMembersWhoMay, findOrganization } from '../organizations/index.ts';
import { makePayments } from './permissions.ts';

/** Tells those of an organization who look after its money. `path` is below the organization's own pages. */
export async function tellPayers<Data extends { path: string }>(
  tx: Tx,
  organization: Id<'organization'>,
  message: MessageKind<Data>,
  telling: { occurrence: string; path: string; data: Omit<Data, 'path'> },
): Promise<void> {
  const [{ slug }, people] = await Promise.all([
    findOrganization(tx.db, organization),
    findMembersWhoMay(tx.db, organization, makePayments),
  ]);
  const data = { ...telling.data, path: `/o/${slug}${telling.path}` } as Data;
  for (const person of people) {
    tx.tell(message, {
      to: { person },
      organizationId: organization,
      occurrence: telling.occurrence,
      data,
    });
  }
}
