import type { Tx } from '../../kernel/db/tx.ts';
import type { MessageKind } from '../../kernel/messages.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { findMembersWhoMay, findOrganization, hasAccess } from '../organizations/index.ts';
import { findService } from '../services/index.ts';
import type { ServiceKey } from '../services/index.ts';
import { changeApprovalAsked } from './messages.ts';
import { approveOrders, changeWhatRuns } from './permissions.ts';
import type { PricedChange } from './price-change.ts';

interface Told {
  names: { id: string; en: string };
  path: string;
}

/** Asks those who may decide on a change above somebody's limit. */
export async function askForChange(
  tx: Tx,
  about: ServiceKey & {
    id: Id<'change'>;
    person: { id: Id<'person'>; name: string };
    priced: PricedChange;
  },
): Promise<void> {
  const { organization, person, priced } = about;
  const [{ slug }, people] = await Promise.all([
    findOrganization(tx.db, organization),
    findMembersWhoMay(tx.db, organization, approveOrders),
  ]);
  const { service } = priced;
  const data = {
    ...toldOf(service, slug),
    by: person.name,
    ends: priced.terms === null,
    total: Number(priced.total),
    currency: service.currency,
  };
  for (const each of people) {
    if (each === person.id) continue;
    tx.tell(changeApprovalAsked, {
      to: { person: each },
      organizationId: organization,
      occurrence: about.id,
      data,
    });
  }
}

/** Tells whoever asked for a change, or those who may change services where that person has left or staff did it. */
export async function tellOfChange<More extends object>(
  tx: Tx,
  about: {
    id: Id<'change'>;
    organization: Id<'organization'>;
    service: Id<'service'>;
    askedBy: Id<'person'> | null;
  },
  message: MessageKind<Told & More>,
  more: More,
): Promise<void> {
  const { organization, service: id, askedBy } = about;
  const [{ slug }, service] = await Promise.all([
    findOrganization(tx.db, organization),
    findService(tx.db, organization, id),
  ]);
  const people =
    askedBy && (await hasAccess(tx.db, organization, askedBy))
      ? [askedBy]
      : await findMembersWhoMay(tx.db, organization, changeWhatRuns);
  const data = { ...toldOf(service, slug), ...more };
  for (const person of people) {
    tx.tell(message, { to: { person }, organizationId: organization, occurrence: about.id, data });
  }
}

function toldOf(
  { id, label, names }: { id: string; label: string; names: Told['names'] },
  slug: string,
): Told {
  return { names: label ? { id: label, en: label } : names, path: `/o/${slug}/services/${id}` };
}
