import { z } from 'zod';
import type { Tx } from '../../kernel/db/tx.ts';
import { id } from '../../kernel/http/shapes.ts';
import { defineJob, defineSweep, type Job } from '../../kernel/jobs/define.ts';
import { assert } from '../../kernel/values/errors.ts';
import type { ServiceKey } from '../services/index.ts';
import { storeAnswer } from './commands/store-answer.ts';
import { takeStep, type Call } from './commands/take-step.ts';
import type { Outcome, Provisioner } from './provisioner.ts';

const input = z.object({ organization: id('organization'), service: id('service') });

/**
 * Brings one instance a step nearer to what is wanted: records what is about to be asked, asks the vendor with no transaction open,
 * records the answer, and asks for the next look. Killed in between it leaves a question without an answer, which the next look takes
 * for unknown. What the adapter throws is a bug: it is left to the queue to report, and treated like a kill.
 */
const reconcileInstance: Job<ServiceKey> = defineJob({
  name: 'provisioning.reconcile',
  input,
  run: async (ctx, key) => {
    const step = await ctx.transact(async (tx) => {
      const next = await takeStep(tx, ctx, key);
      // A key of its own: a job that waits must not keep one out that is wanted at once.
      if (next && 'until' in next) {
        tx.enqueue(reconcileInstance, key, {
          key: `${key.service}@${next.until.toISOString()}`,
          after: next.until,
        });
      }
      return next;
    });
    if (!step || 'until' in step) return;
    const outcome = await ask(step);
    await ctx.transact(async (tx) => {
      await storeAnswer(tx, step, outcome);
      lookAt(tx, key);
    });
  },
});

/** Has an instance looked at as soon as this transaction is committed. */
export function lookAt(tx: Tx, key: ServiceKey): void {
  tx.enqueue(reconcileInstance, key, { key: key.service });
}

function ask({ vendor, kind, request, pending }: Call): Promise<Outcome> {
  if (pending) {
    assert(vendor.poll, 'who answers that it is on its way can be asked how far it is');
    return vendor.poll(request, pending);
  }
  return operation(vendor, kind)(request);
}

function operation(vendor: Provisioner, kind: Call['kind']) {
  const verb = vendor[kind];
  assert(verb, `the vendor can ${kind}`);
  return verb.bind(vendor);
}

export const jobs = [reconcileInstance];

/** What one sweep finds at most; the next one, a minute later, goes on. */
const batch = 500;

/** Picks up what a delayed job or a killed worker left behind. */
export const sweeps = [
  defineSweep({
    name: 'provisioning.find-due-instances',
    cron: '* * * * *',
    run: (ctx) =>
      ctx.transact(async (tx) => {
        const due = await tx.db
          .selectFrom('provisioning.instances')
          .select(['organization_id', 'service_id'])
          .where('next_at', '<=', tx.now)
          .where((eb) => eb.or([eb('busy_until', 'is', null), eb('busy_until', '<=', tx.now)]))
          .orderBy('next_at')
          .limit(batch)
          .execute();
        for (const row of due) {
          const key = input.parse({ organization: row.organization_id, service: row.service_id });
          lookAt(tx, key);
        }
      }),
  }),
];
