import type { FastifyReply, FastifyRequest } from 'fastify';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Session } from '../auth/actor.ts';
import { Problem, tooMany } from '../values/errors.ts';
import type { AnyRoute } from './route.ts';

/**
 * A general allowance per person (per address for those not signed in), and a route's own. Counted in this process: with n nodes
 * the sum is up to n times as much, which is what these limits can bear; what must hold exactly is counted in the database.
 */
export function createLimits(options: { requestsPerMinute: number; strictLimits: boolean }) {
  const general = new RateLimiterMemory({ points: options.requestsPerMinute || 1, duration: 60 });
  const own = new Map<AnyRoute, RateLimiterMemory>();
  return async (
    request: FastifyRequest,
    reply: FastifyReply,
    route: AnyRoute,
    session: Session | null,
  ): Promise<void> => {
    if (options.requestsPerMinute > 0 && !route.receive) {
      await consume(general, session?.person.id ?? request.ip, reply, options.requestsPerMinute, 60);
    }
    const { limit } = route;
    if (!limit || !options.strictLimits) return;
    let limiter = own.get(route);
    if (!limiter)
      own.set(route, (limiter = new RateLimiterMemory({ points: limit.points, duration: limit.seconds })));
    const who = limit.per === 'person' && session ? session.person.id : request.ip;
    await consume(limiter, who, reply, limit.points, limit.seconds);
  };
}

async function consume(
  limiter: RateLimiterMemory,
  who: string,
  reply: FastifyReply,
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
