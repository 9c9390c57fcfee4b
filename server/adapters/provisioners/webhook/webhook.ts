import { z } from 'zod';
import { later, pollPace } from '../../../modules/provisioning/domain/backoff.ts';
import type { OperationKind } from '../../../modules/provisioning/domain/states.ts';
import type {
  OperationRequest,
  Outcome,
  PendingOperation,
  Provisioner,
  ProvisionerDriver,
  World,
} from '../../../modules/provisioning/provisioner.ts';
import { address } from '../address.ts';
import { exchange } from '../exchange.ts';
import { readAnswer, readPoll } from './answers.ts';
import { sign, signingKey } from './signature.ts';

const configuration = z.strictObject({
  /** Takes operations by POST and questions about them by GET with `?operation=`. */
  url: address,
  /** `whsec_` and 24 to 64 bytes in base64; the receiver checks signatures with it. */
  secret: z
    .string()
    .refine((secret) => signingKey(secret) !== null, { message: 'whsec_ and 24 to 64 bytes in base64' }),
  /** Operations the receiver does not offer. */
  without: z.array(z.enum(['update', 'suspend'])).default([]),
  timeoutSeconds: z.int().min(1).max(60).default(20),
  /** How long an accepted operation may take. */
  patienceSeconds: z.int().min(60).max(2_592_000).default(86_400),
});
export type WebhookConfiguration = z.output<typeof configuration>;

const maxBytes = 64 * 1024;

/**
 * Any system that takes signed HTTP calls. The operation's key is the `webhook-id`: a receiver that sees an id again does nothing and
 * answers what it answered before. The guide for receivers is in README.md.
 */
export const webhook: ProvisionerDriver<WebhookConfiguration> = {
  name: 'webhook',
  label: { id: 'Webhook bertanda tangan', en: 'Signed webhook' },
  configuration,
  secretFields: ['secret'],
  connect(settings, world) {
    const post = (kind: OperationKind) => (request: OperationRequest) => send(settings, world, kind, request);
    const provisioner: Provisioner = {
      provision: post('provision'),
      deprovision: post('deprovision'),
      poll: (request, pending) => ask(settings, world, request, pending),
    };
    if (!settings.without.includes('update')) provisioner.update = post('update');
    if (settings.without.includes('suspend')) return provisioner;
    return { ...provisioner, suspend: post('suspend'), resume: post('resume') };
  },
};

async function send(
  { url, secret, timeoutSeconds, patienceSeconds }: WebhookConfiguration,
  world: World,
  kind: OperationKind,
  { key, instance, previous, actorId, now }: OperationRequest,
): Promise<Outcome> {
  const body = JSON.stringify({ type: `service.${kind}`, data: { instance, previous, actorId } });
  const headers = { ...sign(signingKey(secret)!, key, body, now), 'content-type': 'application/json' };
  const limits = { timeoutSeconds, maxBytes };
  const got = await exchange(world.fetch, url, { method: 'POST', headers, body }, limits);
  return readAnswer(kind, got, now, later(now, patienceSeconds));
}

async function ask(
  { url, secret, timeoutSeconds }: WebhookConfiguration,
  world: World,
  { key, now }: OperationRequest,
  pending: PendingOperation,
): Promise<Outcome> {
  const question = new URL(url);
  const operation = pending.token.slice(pending.token.indexOf(':') + 1);
  question.searchParams.set('operation', operation || key);
  const headers = { ...sign(signingKey(secret)!, key, '', now) };
  const got = await exchange(
    world.fetch,
    question.href,
    { method: 'GET', headers },
    { timeoutSeconds, maxBytes },
  );
  const elapsed = (now.getTime() - pending.since.getTime()) / 1000;
  return readPoll(got, now, { ...pending, pollAfterSeconds: pollPace(elapsed) });
}
