import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { sameText } from '../crypto.ts';
import type { Refusals } from './refusals.ts';
import { Problem, notFound } from '../values/errors.ts';

const hidden = { hide: true } as object;

/**
 * For whoever runs it: `/healthz` says that the process answers, `/readyz` that requests can be served here (no while draining),
 * `/metrics` counts. Metrics are for bearers of the token, or without a token for callers on this machine.
 */
export function healthRoutes(
  app: FastifyInstance,
  options: {
    pool: pg.Pool;
    draining: () => boolean;
    metricsToken: string;
    refusals: Pick<Refusals, 'totals'>;
  },
): void {
  const { pool, draining, metricsToken, refusals } = options;
  app.get('/healthz', { schema: hidden }, async () => ({ ok: true }));
  app.get('/readyz', { schema: hidden }, async (_request, reply) => {
    const ready =
      !draining() &&
      (await pool.query('select 1').then(
        () => true,
        () => false,
      ));
    return reply.code(ready ? 200 : 503).send({ ready });
  });

  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'clientarea_request_seconds',
    help: 'Time to answer, by route and status class.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 1, 5],
    registers: [registry],
  });
  const failures = new Counter({
    name: 'clientarea_server_errors_total',
    help: 'Answers of 500 and above.',
    registers: [registry],
  });
  new Counter({
    name: 'clientarea_refusals_total',
    help: 'Requests refused at doors, for their origin, number, proof or input, by sign and code.',
    labelNames: ['sign', 'code'],
    registers: [registry],
    collect() {
      this.reset();
      for (const { count, ...labels } of refusals.totals()) this.inc(labels, count);
    },
  });
  new Gauge({
    name: 'clientarea_jobs',
    help: 'Jobs in the queue, by state.',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      const { rows } = await pool.query<{ state: string; jobs: bigint }>(
        `select state::text, count(*) as jobs from pgboss.job where state < 'completed' or state = 'failed' group by state`,
      );
      this.reset();
      for (const { state, jobs } of rows) this.set({ state }, Number(jobs));
    },
  });
  app.addHook('onResponse', async (request, reply) => {
    const status = `${Math.floor(reply.statusCode / 100)}xx`;
    durations.observe(
      { method: request.method, route: request.routeOptions.url ?? 'none', status },
      reply.elapsedTime / 1000,
    );
    if (reply.statusCode >= 500) failures.inc();
  });
  app.get('/metrics', { schema: hidden }, async (request, reply) => {
    const given = request.headers.authorization ?? '';
    // A proxy on this machine passes on what comes from elsewhere.
    const passedOn = ['forwarded', 'x-forwarded-for', 'via'].some((name) => name in request.headers);
    const local = !passedOn && ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.ip);
    if (metricsToken === '' ? !local : !sameText(given, `Bearer ${metricsToken}`))
      throw new Problem(notFound);
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}
