import type { Tx } from '../../../kernel/db/tx.ts';
import type { Ports } from '../../../kernel/ports.ts';
import { readSetting, writeSetting } from '../../../kernel/settings.ts';
import { Problem, changedMeanwhile, invalidInput } from '../../../kernel/values/errors.ts';
import type { FieldError } from '../../../kernel/values/errors.ts';
import type { GatewaysBody } from '../contract.ts';
import { currenciesOf } from '../queries/gateways.ts';
import { offered } from '../settings.ts';

/**
 * Says which gateways are offered, in which order and currencies, and how their methods are called. What is set for one that is not
 * connected now is kept. Errors: `invalid_input` for what the gateways do not have, `changed_meanwhile`.
 */
export async function offerGateways(
  tx: Tx,
  { gateways }: Pick<Ports, 'gateways'>,
  items: GatewaysBody['items'],
  version: number,
): Promise<void> {
  const wrong: FieldError[] = [];
  const seen = new Set<string>();
  for (const [index, { gateway: name, offIn, labels }] of items.entries()) {
    const gateway = gateways.get(name);
    const refuse = (path: string) =>
      wrong.push({ path: `items.${index}.${path}`, code: 'unknown', message: 'this gateway has no such' });
    if (!gateway || seen.has(name)) {
      refuse('gateway');
      continue;
    }
    seen.add(name);
    if (!offIn.every((currency) => currenciesOf(gateway).includes(currency))) refuse('offIn');
    if (!Object.keys(labels).every((id) => gateway.methods.some((method) => method.id === id)))
      refuse('labels');
  }
  if (wrong.length > 0) throw new Problem(invalidInput, { fields: wrong });
  const { value } = await readSetting(tx.db, offered);
  const away = value.filter(({ gateway }) => !gateways.has(gateway));
  if (!(await writeSetting(tx, offered, [...items, ...away], version))) throw new Problem(changedMeanwhile);
}
