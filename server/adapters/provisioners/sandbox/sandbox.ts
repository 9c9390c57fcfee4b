import { createHash } from 'node:crypto';
import { z } from 'zod';
import { later, pollPace } from '../../../modules/provisioning/domain/backoff.ts';
import { operationKinds, type OperationKind } from '../../../modules/provisioning/domain/states.ts';
import {
  failed,
  parseParameters,
  type Facts,
  type Instance,
  type OperationRequest,
  type Outcome,
  type PendingOperation,
  type Plan,
  type ProvisionerDriver,
} from '../../../modules/provisioning/provisioner.ts';

/**
 * Trouble to order, as `Instance.parameters`; other parameters are ignored. The first `failTimes` sendings of an operation end as
 * `outcome`, later ones well; without `failTimes` all do. `retry`, `permanent` and `orphan` are failures of that class (an orphan
 * only of a provision). `unknown` is an answer that never came, though the work is done, and a poll tells; `lost` is the same without
 * a poll. `stuck` never ends. `staff` asks for a person.
 */
const parameters = z.object({
  outcome: z.enum(['ok', 'retry', 'permanent', 'orphan', 'unknown', 'lost', 'stuck', 'staff']).default('ok'),
  failTimes: z.int().min(1).default(Number.MAX_SAFE_INTEGER),
  /** How long a good end, or a failure, takes. 0: the first answer is final. */
  delaySeconds: z.int().min(0).default(0),
  /** Which operations are in trouble. */
  on: z.array(z.enum(operationKinds)).default([...operationKinds]),
});
type Trouble = z.output<typeof parameters>['outcome'];

const token = z.object({ kind: z.enum(operationKinds), trouble: z.string(), readyAt: z.coerce.date() });
const patienceSeconds = 3600;

const plans: readonly Plan[] = [
  { id: 'small', name: 'Small', description: '1 core, 1 GB', free: false },
  { id: 'large', name: 'Large', description: '4 cores, 8 GB', free: false },
];

/** A vendor without a vendor: it keeps nothing, each answer follows from the request and the token of the operation. */
export const sandbox: ProvisionerDriver<Record<string, never>> = {
  name: 'sandbox',
  label: { id: 'Uji coba', en: 'Sandbox' },
  configuration: z.strictObject({}),
  secretFields: [],
  connect: () => ({
    provision: perform('provision'),
    update: perform('update'),
    suspend: perform('suspend'),
    resume: perform('resume'),
    deprovision: perform('deprovision'),
    poll,
    catalog: async () => plans,
  }),
};

function perform(kind: OperationKind) {
  return async (request: OperationRequest): Promise<Outcome> => {
    const parsed = parseParameters(parameters, request.instance.parameters);
    if ('refused' in parsed) return parsed.refused;
    const { outcome, failTimes, delaySeconds, on } = parsed.parameters;
    const trouble = on.includes(kind) && request.attempt <= failTimes ? outcome : 'ok';

    if (trouble === 'staff') return { state: 'needs_staff', instructions: `provisioning.sandbox.${kind}` };
    const unanswered = { state: 'unknown', code: 'timeout', message: 'no answer, as ordered' } as const;
    if (trouble === 'lost') return { ...unanswered, pending: null };
    const pending = {
      token: JSON.stringify({ kind, trouble, readyAt: later(request.now, delaySeconds) }),
      pollAfterSeconds: Math.min(delaySeconds, pollPace(0)),
      deadline: later(request.now, delaySeconds + patienceSeconds),
    };
    if (trouble === 'unknown') return { ...unanswered, pending };
    if (delaySeconds > 0 || trouble === 'stuck') return { state: 'accepted', ...pending };
    return end(kind, trouble, request.instance);
  };
}

async function poll(request: OperationRequest, pending: PendingOperation): Promise<Outcome> {
  const { kind, trouble, readyAt } = token.parse(JSON.parse(pending.token));
  if (trouble !== 'stuck' && request.now >= readyAt) return end(kind, trouble as Trouble, request.instance);
  const elapsed = (request.now.getTime() - pending.since.getTime()) / 1000;
  return {
    state: 'accepted',
    progress: `Busy for ${Math.round(elapsed)} s`,
    token: pending.token,
    pollAfterSeconds: pollPace(elapsed),
    deadline: pending.deadline,
  };
}

function end(kind: OperationKind, trouble: Trouble, instance: Instance): Outcome {
  switch (trouble) {
    case 'retry':
      return failed('retry', 'sandbox_retry', 'busy, as ordered');
    case 'permanent':
      return failed('permanent', 'sandbox_permanent', 'refused, as ordered');
    case 'orphan':
      return failed(
        kind === 'provision' ? 'orphan' : 'retry',
        'sandbox_orphan',
        'broken half-way, as ordered',
      );
    default:
      return { state: 'done', facts: kind === 'provision' || kind === 'update' ? facts(instance) : {} };
  }
}

function facts({ id, plan }: Instance): Facts {
  const secret = createHash('sha256').update(`sandbox:${id}`).digest('base64url').slice(0, 16);
  const host = `srv-${id.slice(-8)}.sandbox.invalid`;
  return {
    remoteId: `sandbox-${id}`,
    credentials: { username: 'admin', password: secret },
    dashboardUrl: `https://${host}/`,
    shown: { host, plan },
  };
}
