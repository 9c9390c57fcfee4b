import type { Ctx } from '../../../kernel/context.ts';
import { addDays, dateIn } from '../../../kernel/values/dates.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { playAhead, readAhead, readerOf, writtenFor } from '../../billing/index.ts';
import type { Assumption } from '../../billing/index.ts';
import { findOrganization, findPayer } from '../../organizations/index.ts';
import { readChargingAhead } from '../../payments/index.ts';
import type { ClientRehearsal } from '../contract.ts';
import { plain, sumsOf } from '../stored.ts';

/** What happens to one client in the days to come if it does as is assumed. Writes nothing. Errors: `not_found`. */
export async function rehearseClient(
  ctx: Ctx,
  client: Id<'organization'>,
  { days, assumption, now }: { days: number; assumption: Assumption; now: Date },
): Promise<ClientRehearsal> {
  const { found, payer, reader, ground, charging } = await ctx.read(async (db) => {
    const { id, timeZone } = await findOrganization(db, client);
    const own = { id: id as Id<'organization'>, timeZone };
    const [of, whose, all, charges] = await Promise.all([
      findPayer(db, client),
      readerOf(db, client),
      readAhead(db, [client], now),
      readChargingAhead(db, ctx.ports, [own], now),
    ]);
    return { found: own, payer: of, reader: whose, ground: all, charging: charges };
  });
  const from = dateIn(found.timeZone, now);
  const until = addDays(from, days);
  const how = { until, assumption, charging: charging(client) };
  const { happenings, more } = await playAhead(ground.clients[0]!, ground, how);
  const written = writtenFor(happenings, reader);
  return {
    from,
    until,
    timeZone: found.timeZone,
    paidBy: payer.id === client ? null : { id: payer.id, name: payer.name },
    more,
    items: happenings.map((each, index) => ({ ...plain(each), messages: written[index]! })),
    sums: inAll(happenings),
  };
}

/** By kind and currency, whatever the day. */
function inAll(happenings: Parameters<typeof sumsOf>[0]): ClientRehearsal['sums'] {
  const sameDay = happenings.map((each) => ({ ...each, on: happenings[0]!.on }));
  return sumsOf(sameDay).map(({ kind, count, currency, amount }) => ({
    kind,
    count,
    amount: currency === '' ? null : { amount: Number(amount), currency },
  }));
}
