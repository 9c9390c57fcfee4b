import type { FastifyInstance } from 'fastify';
import type { Clock } from '../../../../kernel/clock.ts';
import { registerApi } from './api.ts';
import { calm, type Chaos } from './chance.ts';
import { courier, type Deliver } from './delivery.ts';
import { createEngine } from './engine.ts';
import { registerHostedPages } from './hosted.ts';
import type { SandboxStore } from './store.ts';

export interface SandboxGatewayOptions {
  store: SandboxStore;
  clock: Clock;
  deliver: Deliver;
  /** Where events are sent. */
  webhookUrl: string;
  apiKey: string;
  /** Signs webhooks. */
  secret: string;
  /** Where payers reach the gateway, including `prefix`; asked at each request, as a port may be known only later. */
  publicUrl: () => string;
  /** Who is paid, as the hosted pages say it. */
  merchantName: string;
  /** Path under which everything is mounted: '' or like '/sandbox'. */
  prefix?: string;
  chaos?: Chaos;
}

export interface SandboxGateway {
  /** Lets time act on payments, then tries the webhooks that are due. */
  flush(): Promise<{ delivered: number; failed: number }>;
}

/** Mounts a payment gateway that behaves like one from outside and moves no money. Nothing happens by itself: see `keepFlushing`. */
export function registerSandboxGateway(app: FastifyInstance, options: SandboxGatewayOptions): SandboxGateway {
  const { store, clock, apiKey, merchantName, prefix = '', chaos = calm } = options;
  const publicUrl = () => options.publicUrl().replace(/\/+$/, '');
  const post = courier({ ...options, chaos });
  const engine = createEngine({ store, clock, courier: post, publicUrl, merchantName });
  const base = () => new URL(publicUrl()).pathname.replace(/\/+$/, '');

  app.register(async (scope) => registerApi(scope, { engine, store, apiKey }), { prefix: `${prefix}/v1` });
  app.register(async (scope) => registerHostedPages(scope, { engine, clock, base, merchantName }), {
    prefix,
  });

  let running: Promise<{ delivered: number; failed: number }> | undefined;
  async function flushOnce() {
    for (const id of await store.paymentsDue(clock.now())) await engine.apply(id);
    return post.deliverDue();
  }
  return {
    flush() {
      running ??= flushOnce().finally(() => (running = undefined));
      return running;
    },
  };
}

/** Flushes every so many milliseconds until the returned function is called. `onError` hears of failures; the next round tries again. */
export function keepFlushing(
  gateway: SandboxGateway,
  everyMilliseconds: number,
  onError: (error: unknown) => void,
): () => void {
  const timer = setInterval(() => void gateway.flush().catch(onError), everyMilliseconds);
  return () => clearInterval(timer);
}
