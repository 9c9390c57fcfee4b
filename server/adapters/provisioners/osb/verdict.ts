import { failed, type Failed } from '../../../modules/provisioning/provisioner.ts';
import type { z } from 'zod';
import type { Reply } from './client.ts';

export type BrokerRequest = 'provision' | 'update' | 'deprovision' | 'bind' | 'unbind';

/** What a broker's answer means for the request. `unknown`: it may have happened, and repeating it is harmless. */
export type Verdict<Done, Accepted> =
  | { is: 'done'; body: Done }
  | { is: 'accepted'; body: Accepted; retryAfterSeconds: number | undefined }
  | { is: 'failed'; failure: Failed }
  | { is: 'unknown'; doubt: { code: string; message: string } };

/** The shapes of a request's answers; what a deletion answers must allow `{}`. */
export interface Bodies<Done, Accepted> {
  done: z.ZodType<Done>;
  accepted: z.ZodType<Accepted>;
}

/**
 * Judges an answer by the rules of the specification: which answers count as success, and after which of the others something may
 * have been left behind (class `orphan`, only for what creates). A deletion is repeated until it succeeds, so there the
 * specification's clean-up and our repetition are the same.
 */
export function judge<Done, Accepted>(
  request: BrokerRequest,
  reply: Reply,
  bodies: Bodies<Done, Accepted>,
): Verdict<Done, Accepted> {
  const creates = request === 'provision' || request === 'bind';
  const deletes = request === 'deprovision' || request === 'unbind';
  if (reply.result === 'refused') return fail('retry', 'unreachable', reply.message);
  const uncertain = (code: string, message: string): Verdict<Done, Accepted> =>
    creates ? fail('orphan', code, message) : { is: 'unknown', doubt: { code, message } };
  if (reply.result === 'lost') return uncertain('no_answer', reply.message);

  const { status, body, error, retryAfterSeconds } = reply;
  const words = reply.description || `status ${status}`;
  const code = codeOf(error) ?? `status_${status}`;
  if (status === 200 || status === 201) {
    const { data } = bodies.done.safeParse(body);
    if (data !== undefined) return { is: 'done', body: data };
    const unreadable = ['unreadable_answer', `status ${status} with an unreadable body`] as const;
    return status === 200 && creates ? fail('retry', ...unreadable) : uncertain(...unreadable);
  }
  if (status === 202) {
    const { data } = bodies.accepted.safeParse(body);
    if (data !== undefined) return { is: 'accepted', body: data, retryAfterSeconds };
    return uncertain('unreadable_answer', 'status 202 with an unreadable body');
  }
  if (status < 300) return uncertain('odd_answer', words);
  if (status === 410 && deletes) return { is: 'done', body: bodies.done.parse({}) };
  if (status === 408 || status === 429) return fail('retry', code, words, { retryAfterSeconds });
  if (status === 422 && (error === 'ConcurrencyError' || error === 'MaintenanceInfoConflict')) {
    return fail('retry', code, words, { retryAfterSeconds });
  }
  if (status < 500) return fail('permanent', code, words);
  if (creates) return fail('orphan', code, words, { retryAfterSeconds });
  return { is: 'failed', failure: broken(request, code, words, body, retryAfterSeconds) };
}

/** What polling says: `pending` for everything that is not clearly an end. */
export type LastOperation =
  | { is: 'pending'; progress: string; retryAfterSeconds: number | undefined }
  | { is: 'done' }
  | { is: 'failed'; failure: Failed };

export function judgeLastOperation(request: BrokerRequest, reply: Reply): LastOperation {
  const pending = { is: 'pending', progress: '', retryAfterSeconds: undefined } as const;
  if (reply.result !== 'answered') return pending;
  const { status, body, description, retryAfterSeconds } = reply;
  if (status === 410 && (request === 'deprovision' || request === 'unbind')) return { is: 'done' };
  if (status !== 200) return { ...pending, retryAfterSeconds };
  switch (body?.state) {
    case 'succeeded':
      return { is: 'done' };
    case 'failed': {
      const words = description || 'the broker says it failed';
      const orphan = request === 'provision' || request === 'bind';
      const failure = orphan
        ? failed('orphan', 'failed', words)
        : broken(request, 'failed', words, body, retryAfterSeconds);
      return { is: 'failed', failure };
    }
    default:
      return { is: 'pending', progress: description, retryAfterSeconds };
  }
}

/** A failed update or deletion, which may tell whether the instance still works and whether the update may be repeated. */
function broken(
  request: BrokerRequest,
  code: string,
  message: string,
  body: Record<string, unknown> | null,
  retryAfterSeconds: number | undefined,
): Failed {
  const hopeless = request === 'update' && body?.update_repeatable === false;
  return failed(hopeless ? 'permanent' : 'retry', code, message, {
    retryAfterSeconds,
    ...(body?.instance_usable === false ? { usable: false } : {}),
  });
}

function fail(...failure: Parameters<typeof failed>): { is: 'failed'; failure: Failed } {
  return { is: 'failed', failure: failed(...failure) };
}

/** `ConcurrencyError` as `concurrency_error`. */
function codeOf(error: string): string | null {
  if (!/^[A-Za-z]{1,60}$/.test(error)) return null;
  return error.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase();
}
