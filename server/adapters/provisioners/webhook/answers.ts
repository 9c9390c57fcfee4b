import { z } from 'zod';
import { pollPace } from '../../../modules/provisioning/domain/backoff.ts';
import type { OperationKind } from '../../../modules/provisioning/domain/states.ts';
import { failed, tidy, type Outcome, type Pending } from '../../../modules/provisioning/provisioner.ts';
import { jsonObject, retryAfter, type Exchange } from '../exchange.ts';

const text = z.string().max(2000);

const done = z.object({
  state: z.literal('done'),
  remoteId: z.string().min(1).max(500).optional(),
  credentials: z.record(z.string(), z.json()).optional(),
  dashboardUrl: z.url({ protocol: /^https?$/ }).optional(),
  shown: z.record(z.string(), text).optional(),
});
const failure = z.object({
  state: z.literal('failed'),
  class: z.enum(['retry', 'permanent', 'orphan']),
  code: z.string().regex(/^[a-z][a-z_]{0,60}$/),
  message: text.default(''),
  usable: z.boolean().optional(),
});
const working = z.object({
  state: z.literal('accepted').optional(),
  operation: z.string().min(1).max(10_000).optional(),
  progress: text.optional(),
  pollAfterSeconds: z.int().min(1).max(86_400).optional(),
});
const refusal = z.object({ code: failure.shape.code.catch('refused'), message: text.catch('') });

/**
 * Tokens: `accepted:<the receiver's operation>`, where nothing after the colon stands for our key, and `asked:` while we do not know
 * whether our request arrived.
 */
const asked = 'asked:';
const acceptedToken = (operation = '') => `accepted:${operation}`;

/** What the answer to a POST means. The receiver's promise to do an id only once makes it safe to ask about or repeat what is unknown. */
export function readAnswer(kind: OperationKind, got: Exchange, now: Date, deadline: Date): Outcome {
  const unknown = (code: string, message: string): Outcome => ({
    state: 'unknown',
    code,
    message,
    pending: { token: asked, pollAfterSeconds: pollPace(0), deadline },
  });
  if (got.result === 'lost') return unknown('no_answer', got.message);
  if (got.result === 'refused') return failed('retry', 'unreachable', got.message);

  const { status } = got;
  const body = jsonObject(got.body);
  const retryAfterSeconds = retryAfter(got.headers, now);
  if (status === 200)
    return readEnd(body) ?? unknown('unreadable_answer', 'status 200 without a known state');
  if (status === 202) {
    const { data } = working.safeParse(body);
    if (!data) return unknown('unreadable_answer', 'status 202 with an unreadable body');
    const pollAfterSeconds = data.pollAfterSeconds ?? retryAfterSeconds ?? pollPace(0);
    return accepted({ token: acceptedToken(data.operation), pollAfterSeconds, deadline }, data.progress);
  }
  if (status === 410 && kind === 'deprovision') return { state: 'done', facts: {} };

  const { code, message } = refusal.parse(body ?? {});
  const words = message || `status ${status}`;
  if ([408, 409, 425, 429, 503].includes(status)) return failed('retry', code, words, { retryAfterSeconds });
  if (status >= 300 && status < 500) return failed('permanent', code, words);
  return unknown('server_error', words);
}

/** What the answer to a GET means; whatever is not clear leaves the operation pending. */
export function readPoll(got: Exchange, now: Date, pending: Pending): Outcome {
  if (got.result !== 'answered') return accepted(pending);
  if (got.status === 404 && pending.token === asked) {
    return failed('retry', 'never_arrived', 'the receiver does not know this operation');
  }
  const body = got.status === 200 || got.status === 202 ? jsonObject(got.body) : null;
  const { data } = working.safeParse(body);
  const token = data && pending.token === asked ? acceptedToken(data.operation) : pending.token;
  const told = data?.pollAfterSeconds ?? retryAfter(got.headers, now) ?? 0;
  const pollAfterSeconds = Math.max(told, pending.pollAfterSeconds);
  return readEnd(body) ?? accepted({ ...pending, token, pollAfterSeconds }, data?.progress);
}

/** Done or failed; null for everything else. */
function readEnd(body: Record<string, unknown> | null): Outcome | null {
  const end = z.discriminatedUnion('state', [done, failure]).safeParse(body).data;
  if (!end) return null;
  if (end.state === 'failed') return failed(end.class, end.code, end.message, { usable: end.usable });
  const { state, ...facts } = end;
  return { state, facts };
}

function accepted({ token, pollAfterSeconds, deadline }: Pending, progress?: string): Outcome {
  const said = progress === undefined ? {} : { progress: tidy(progress) };
  return { state: 'accepted', ...said, token, pollAfterSeconds, deadline };
}
