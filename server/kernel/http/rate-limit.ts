import type { FastifyRequest } from 'fastify';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Caller } from '../auth/actor.ts';
import { Problem, tooMany } from '../values/errors.ts';
import type { AnyRoute } from './route.ts';

/** Counts a request, and refuses it with `too_many` when there were too many. The reply is told how much is left. */
export type Limits = (
  request: Pick<FastifyRequest, 'ip'>,
  reply: Heard,
  route: AnyRoute,
  caller: Caller,
) => Promise<void>;

interface Heard {
  header(name: string, value: string): unknown;
}

/**
 * A general allowance per person or API key (per address for others), and a route's own. Counted in this process: with n nodes
 * the sum is up to n times as much, which is what these limits can bear; what must hold exactly is counted in the database.
 */
export function createLimits(options: { requestsPerMinute: number; strictLimits: boolean }): Limits {
  const general = new RateLimiterMemory({ points: options.requestsPerMinute || 1, duration: 60 });
  const own = new Map<AnyRoute, RateLimiterMemory>();
  return async (request, reply, route, caller) => {
    const known = nameOf(caller);
    if (options.requestsPerMinute > 0 && !route.receive) {
      await consume(general, known ?? request.ip, reply, options.requestsPerMinute, 60);
    }
    const { limit } = route;
    if (!limit || !options.strictLimits) return;
    let limiter = own.get(route);
    if (!limiter)
      own.set(route, (limiter = new RateLimiterMemory({ points: limit.points, duration: limit.seconds })));
    const who = limit.per === 'person' && known ? known : request.ip;
    await consume(limiter, who, reply, limit.points, limit.seconds);
  };
}

function nameOf(caller: Caller): string | null {
  if (caller.kind === 'person') return caller.session.person.id;
  return caller.kind === 'key' ? caller.key.id : null;
}

async function consume(
  limiter: RateLimiterMemory,
  who: string,
  reply: Heard,
  points: number,
  seconds: number,
) {
  void reply.header('RateLimit-Policy', `"default";q=${points};w=${seconds}`);
  try {
    const { remainingPoints, msBeforeNext } = await limiter.consume(who);
    void reply.header('RateLimit', `"default";r=${remainingPoints};t=${Math.ceil(msBeforeNext / 1000)}`);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const retryAfter = Math.ceil(refused.msBeforeNext / 1000);
    void reply.header('RateLimit', `"default";r=0;t=${retryAfter}`);
    throw new Problem(tooMany, { facts: { retryAfter } });
  }
}
