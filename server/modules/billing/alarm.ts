import { sql } from 'kysely';
import { on } from '../../kernel/events/reactions.ts';
import { invariantBroken } from '../../kernel/sweeps.ts';
import { dateIn } from '../../kernel/values/dates.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { booksWrong } from './alarm-messages.ts';
import { manageBillingSettings } from './permissions.ts';

/** Every quarter of an hour the books are checked: who looks after them hears of what does not hold, once a day for each. */
export const alarm = on(invariantBroken, 'billing.raise-alarm', async (tx, { data }) => {
  if (!/^(billing|payments)\./.test(data.invariant)) return;
  const { rows } = await sql<{ id: Id<'person'> }>`
    select p.id from identity.staff t join identity.people p on p.id = t.person_id
    where p.disabled_at is null and t.roles && ${[...manageBillingSettings.staff]}::text[] limit 50`.execute(
    tx.db,
  );
  const occurrence = `${data.invariant}:${dateIn('UTC', tx.now)}`;
  for (const { id: person } of rows)
    tx.tell(booksWrong, {
      to: { person },
      occurrence,
      data: { invariant: data.invariant, path: '/console/audit?name=kernel.invariant-broken' },
    });
});
