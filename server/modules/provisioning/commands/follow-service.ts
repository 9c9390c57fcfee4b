import { isDeepStrictEqual } from 'node:util';
import type { Tx } from '../../../kernel/db/tx.ts';
import type { Fact } from '../../../kernel/events/define.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { lockService, noteTechnicalState, type ServiceKey } from '../../services/index.ts';
import type { Service } from '../domain/service.ts';
import type { DesiredState } from '../domain/states.ts';
import { serviceDeprovisioned, serviceProvisioned } from '../events.ts';
import { emitAbout, lockInstance, saveInstance, type Shape } from '../instance.ts';
import { lookAt } from '../jobs.ts';
import type { JsonObject } from '../provisioner.ts';
import { technicalStateOf } from '../technical-state.ts';

/** What a product's settings say of how it is set up; all of it optional. */
interface Settings {
  connection?: string;
  plan?: string;
  parameters?: JsonObject;
  /** The parameters that are told how many there are, and the codes of the add-ons; a vendor that is told nothing knows nothing of them. */
  quantityAs?: string;
  addonsAs?: string;
}

interface Agreed {
  provisioner: string;
  connection: string | null;
  shape: Shape;
  desired: DesiredState;
}

/** The word in a product for "nothing to set up". */
const nothingToSetUp = 'none';

/**
 * Wants of a service what was agreed as it stands now. Facts come in any order and more than once, so it is read anew rather than
 * taken from the fact; following twice changes nothing.
 */
export async function followService(tx: Tx, fact: Fact): Promise<void> {
  const key: ServiceKey = { organization: fact.organizationId!, service: fact.subject.id as Id<'service'> };
  const found = await findAgreed(tx, key);
  if (!found) return;
  if (found.provisioner === nothingToSetUp) return followWithoutVendor(tx, key, found.desired);
  const isNew = found.desired !== 'absent' && (await addInstance(tx, key, found));
  const known = await lockInstance(tx, key);
  if (!known) return;
  const agreed = isNew ? found : (await findAgreed(tx, key))!;
  const { desired } = known.service;
  const sameShape = isDeepStrictEqual(agreed.shape, known.wanted);
  if (!isNew && sameShape && agreed.desired === desired.state) return;
  const service: Service = {
    ...known.service,
    desired: { state: agreed.desired, revision: desired.revision + (sameShape ? 0 : 1) },
  };
  await saveInstance(tx, known, service, {
    wanted: JSON.stringify(agreed.shape),
    wanted_by: fact.actor.kind === 'person' ? fact.actor.id : null,
    next_at: tx.now,
  });
  await noteTechnicalState(tx, { ...key, state: technicalStateOf(service, known.attention !== null) });
  lookAt(tx, key);
}

/** False when it was there. */
async function addInstance(tx: Tx, key: ServiceKey, agreed: Agreed): Promise<boolean> {
  const added = await tx.db
    .insertInto('provisioning.instances')
    .values({
      organization_id: key.organization,
      service_id: key.service,
      provisioner: agreed.provisioner,
      connection: agreed.connection,
      wanted: JSON.stringify(agreed.shape),
      desired_state: agreed.desired,
      desired_revision: 1,
      observed_state: 'absent',
      observed_revision: 0,
      created_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('service_id')
    .executeTakeFirst();
  return added !== undefined;
}

async function findAgreed(tx: Tx, { organization, service }: ServiceKey): Promise<Agreed | null> {
  const row = await tx.db
    .selectFrom('services.services')
    .select(['provisioner', 'provisioner_configuration', 'plan_id', 'quantity', 'choices', 'state'])
    .select('suspended_for')
    .where('organization_id', '=', organization)
    .where('id', '=', service)
    .executeTakeFirstOrThrow();
  if (row.state === 'pending') return null;
  const settings = row.provisioner_configuration as Settings;
  const { connection = null, plan, parameters } = settings;
  const held = row.state === 'paused' || row.suspended_for.length > 0;
  return {
    provisioner: row.provisioner,
    connection,
    shape: {
      plan: plan ?? row.plan_id,
      parameters: { ...parameters, ...chosen(row.choices), ...counted(settings, row) },
    },
    desired: row.state === 'ended' ? 'absent' : held ? 'suspended' : 'running',
  };
}

/** The customer's choices as parameters: the code of each option with its value. */
function chosen(choices: unknown): JsonObject {
  const { options = [] } = choices as { options?: { code: string; value: JsonObject[string] }[] };
  return Object.fromEntries(options.map(({ code, value }) => [code, value]));
}

function counted(
  { quantityAs, addonsAs }: Settings,
  { quantity, choices }: { quantity: number; choices: unknown },
): JsonObject {
  const { addons = [] } = choices as { addons?: { code: string }[] };
  return {
    ...(quantityAs === undefined ? {} : { [quantityAs]: quantity }),
    ...(addonsAs === undefined ? {} : { [addonsAs]: addons.map(({ code }) => code) }),
  };
}

async function followWithoutVendor(tx: Tx, key: ServiceKey, desired: DesiredState): Promise<void> {
  const state = desired === 'absent' ? 'removed' : desired;
  const { technicalState } = await lockService(tx, key.organization, key.service);
  if (technicalState === state) return;
  await noteTechnicalState(tx, { ...key, state });
  if (technicalState === 'none' && state === 'running') emitAbout(tx, key, serviceProvisioned, {});
  if (state === 'removed') emitAbout(tx, key, serviceDeprovisioned, {});
}
