import type { z } from 'zod';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, invalidInput } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { codeTaken } from '../contract.ts';
import type { optionBody, optionPatch } from '../contract.ts';
import type { OptionKind } from '../domain/configure.ts';
import { optionAdded, optionChanged } from '../events.ts';
import { refuseEdit, refusingTaken, refusingUnknown } from './refuse-edit.ts';

type Choices = z.output<typeof optionBody>['choices'];

export async function addOption(
  tx: Tx,
  product: Id<'product'>,
  { name, choices, ...same }: z.output<typeof optionBody>,
): Promise<void> {
  assertFits(same.kind, choices);
  const id = tx.newId<'option'>();
  const insert = tx.db
    .insertInto('catalog.options')
    .values({ id, product_id: product, ...same, name: JSON.stringify(name) });
  await refusingUnknown('product', refusingTaken(codeTaken, 'code', insert.execute()));
  await setChoices(tx, id, choices);
  tx.emit(optionAdded, {
    organizationId: null,
    subject: { kind: 'option', id },
    data: { productId: product },
  });
}

/** Changes an option and, where given, all its choices and their prices at once. Returns the product it is of. */
export async function changeOption(
  tx: Tx,
  id: Id<'option'>,
  version: number,
  { name, choices, archived, ...same }: z.output<typeof optionPatch>,
): Promise<Id<'product'>> {
  const columns = {
    ...same,
    ...(name === undefined ? {} : { name: JSON.stringify(name) }),
    ...(archived === undefined ? {} : { archived_at: archived ? tx.now : null }),
  };
  const update = tx.db
    .updateTable('catalog.options')
    .set({ ...columns, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning(['product_id', 'kind']);
  const changed = await refusingTaken(codeTaken, 'code', update.executeTakeFirst());
  if (!changed) return refuseEdit(tx, 'catalog.options', id);
  if (choices) {
    assertFits(changed.kind as OptionKind, choices);
    await setChoices(tx, id, choices);
  }
  const product = changed.product_id as Id<'product'>;
  tx.emit(optionChanged, {
    organizationId: null,
    subject: { kind: 'option', id },
    data: { productId: product, fields: [...Object.keys(columns), ...(choices ? ['choices'] : [])] },
  });
  return product;
}

function assertFits(kind: OptionKind, choices: Choices): void {
  const fits =
    kind === 'select' ? choices.length > 0 : kind === 'text' ? choices.length === 0 : choices.length === 1;
  if (fits) return;
  const message =
    kind === 'select' ? 'at least one choice' : kind === 'text' ? 'no choices' : 'one choice, its price';
  throw new Problem(invalidInput, { fields: [{ path: 'choices', code: 'wrong_number', message }] });
}

/** Orders and services keep what was chosen as it was then, so nothing points at a choice that goes. */
async function setChoices(tx: Tx, option: Id<'option'>, choices: Choices): Promise<void> {
  await tx.db.deleteFrom('catalog.choices').where('option_id', '=', option).execute();
  if (choices.length === 0) return;
  const rows = choices.map(({ code, name }, index) => ({
    id: tx.newId<'choice'>(),
    option_id: option,
    code,
    name: JSON.stringify(name),
    position: index,
  }));
  await tx.db.insertInto('catalog.choices').values(rows).execute();
  const prices = choices.flatMap((choice, index) =>
    choice.prices.map((price) => ({ choice_id: rows[index]!.id, ...price })),
  );
  if (prices.length > 0) await tx.db.insertInto('catalog.prices').values(prices).execute();
}
