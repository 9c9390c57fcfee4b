import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { addFollower } from '../../support/index.ts';
import type { ReadMail } from '../domain/mail.ts';

/** As many as a letter is copied to by hand. */
const most = 10;

/** Colleagues to whom a proven sender copied the mail follow the ticket from then on; whoever is nobody in the organization does not. */
export async function followCopied(
  tx: Tx,
  mail: ReadMail,
  {
    organization,
    ticket,
    sender,
  }: {
    organization: Id<'organization'>;
    ticket: Id<'ticket'>;
    sender: Id<'person'>;
  },
): Promise<void> {
  const copied = [...mail.to, ...mail.cc].map(({ address }) => address);
  if (copied.length === 0) return;
  const colleagues = await tx.db
    .selectFrom('identity.people as p')
    .innerJoin('organizations.members as m', 'm.person_id', 'p.id')
    .select('p.id')
    .where('m.organization_id', '=', organization)
    .where('p.email', '=', (eb) => eb.fn.any(eb.val(copied)))
    .where('p.id', '!=', sender)
    .limit(most)
    .execute();
  for (const { id } of colleagues) {
    const person = id as Id<'person'>;
    await addFollower(tx, { organization, person, owner: true, byRole: true }, ticket, person);
  }
}
