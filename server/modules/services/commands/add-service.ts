import type { Tx } from '../../../kernel/db/tx.ts';
import { assert } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Json } from '../../../kernel/values/json.ts';
import type { Currency } from '../../../kernel/values/money.ts';
import type { AgreedTerm, BillDay } from '../../catalog/index.ts';
import { agreeTerm } from '../domain/fixed-term.ts';
import type { ServiceDiscount } from '../domain/discounts.ts';
import type { Cycle } from '../domain/terms.ts';
import { serviceOrdered } from '../events.ts';
import { emitAbout } from './write-service.ts';

/** What was agreed when it was ordered, kept as it was whatever the catalog says later. */
export interface NewService {
  organization: Id<'organization'>;
  orderId: string;
  planId: string;
  names: { id: string; en: string };
  quantity: number;
  choices: Json;
  currency: Currency;
  cycle: Cycle;
  /** Minor units for each period, quantity included; 0 when paid once or free. */
  recurring: bigint;
  /** Of the plan's price in the catalog; without one it is a price of its own. */
  priceVersion?: number;
  trialDays: number;
  taxable: boolean;
  provisioner: string;
  provisionerConfiguration: Json;
  discounts?: readonly ServiceDiscount[];
  /** For how long it is agreed on; without one, from period to period. */
  term?: AgreedTerm | null;
  /** The day of the month it is billed on; without one, that on which it begins. */
  billDay?: BillDay | null;
}

/** Adds a service that waits to be paid or to begin its trial: see `activateService`. Not for the portal's scope. */
export async function addService(tx: Tx, input: NewService): Promise<Id<'service'>> {
  const id = tx.newId<'service'>();
  const term = agreeTerm(input.term ?? null, input);
  const added = await tx.db
    .insertInto('services.services')
    .columns([
      'organization_id',
      'id',
      'order_id',
      'plan_id',
      'names',
      'quantity',
      'choices',
      'currency',
      'cycle',
      'recurring',
      'price_version',
      'taxable',
      'trial_days',
      'provisioner',
      'provisioner_configuration',
      'discounts',
      'term',
      'bill_day',
      'created_at',
      'time_zone',
    ])
    .expression((eb) =>
      eb
        .selectFrom('organizations.organizations')
        .select((of) => [
          'id',
          of.val(id).as('service'),
          of.val(input.orderId).as('order_id'),
          of.val(input.planId).as('plan_id'),
          of.val(JSON.stringify(input.names)).as('names'),
          of.val(input.quantity).as('quantity'),
          of.val(JSON.stringify(input.choices)).as('choices'),
          of.val(input.currency).as('currency'),
          of.val(input.cycle).as('cycle'),
          of.val(input.recurring).as('recurring'),
          of.val(input.priceVersion ?? null).as('price_version'),
          of.val(input.taxable).as('taxable'),
          of.val(input.trialDays).as('trial_days'),
          of.val(input.provisioner).as('provisioner'),
          of.val(JSON.stringify(input.provisionerConfiguration)).as('configuration'),
          of.val(JSON.stringify(input.discounts ?? [])).as('discounts'),
          of.val(term && JSON.stringify(term)).as('term'),
          of.val(input.billDay ? JSON.stringify(input.billDay) : null).as('bill_day'),
          of.val(tx.now).as('created_at'),
          'time_zone',
        ])
        .where('id', '=', input.organization),
    )
    .returning('id')
    .executeTakeFirst();
  assert(added, 'a service is added to an organization that exists');
  emitAbout(tx, { organization: input.organization, id }, serviceOrdered, {
    orderId: input.orderId,
    planId: input.planId,
  });
  return id;
}
