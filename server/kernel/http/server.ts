import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import swagger from '@fastify/swagger';
import Fastify, { LogController } from 'fastify';
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { jsonSchemaTransform, validatorCompiler } from 'fastify-type-provider-zod';
import type { Session } from '../auth/actor.ts';
import { hashToken } from '../crypto.ts';
import { Problem, notFound } from '../values/errors.ts';
import { compressTexts } from './compress.ts';
import { cookieName, readCookie, sessionCookies } from './cookie.ts';
import { crossSite, refuseCrossSite } from './cross-site.ts';
import { docsRoutes } from './docs-route.ts';
import { enter, handle } from './handle.ts';
import type { Contextualize } from './handle.ts';
import { tidyDocument } from './openapi-tidy.ts';
import { describe, openApiInfo } from './openapi.ts';
import { answerError, answerProblem, wrongMediaType } from './problem.ts';
import { createLimits } from './rate-limit.ts';
import type { AnyRoute } from './route.ts';
import { secure } from './security-headers.ts';

/** What the HTTP server needs of the rest. `authenticate` is one indexed query. */
export interface HttpOptions {
  routes: readonly AnyRoute[];
  contextualize: Contextualize;
  authenticate: (tokenHash: Buffer) => Promise<Session | null>;
  publicUrl: URL;
  trustProxy: boolean | string;
  /** Requests a minute for one person or address; 0 turns the general limit off. */
  requestsPerMinute: number;
  /** Sign-in and the like are limited more strictly; tests and benchmarks say otherwise. */
  strictLimits: boolean;
  logger: FastifyBaseLogger | false;
  version: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is asking; read once per request, by whoever needs it first. */
    session(): Promise<Session | null>;
  }
}

export async function createHttp(options: HttpOptions): Promise<FastifyInstance> {
  const app = Fastify({
    ...(options.logger === false ? { logger: false } : { loggerInstance: options.logger }),
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.trustProxy,
    bodyLimit: 1_000_000,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 500 },
    requestTimeout: 60_000,
    forceCloseConnections: 'idle',
    // An address that cannot be read gets no further than here: hooks do not see it.
    frameworkErrors(error, request, reply) {
      secure(request, reply, options.publicUrl);
      answerError(error, request, reply);
    },
  });
  app.setValidatorCompiler(validatorCompiler);
  // Answers are written by `handle`, which checks them against the contract; what else is sent is text already.
  app.setSerializerCompiler(() => (value) => JSON.stringify(value));
  app.setErrorHandler((error, request, reply) => answerError(error, request, reply));
  app.setNotFoundHandler((request, reply) => answerProblem(reply, request, new Problem(notFound)));
  app.addHook('onRequest', async (request, reply) => secure(request, reply, options.publicUrl));
  compressTexts(app);
  app.decorateRequest('session', function (this: FastifyRequest) {
    return sessionOf(this, options);
  });
  await app.register(swagger, {
    openapi: openApiInfo(options),
    transform: jsonSchemaTransform,
    transformObject: tidyDocument,
  });
  docsRoutes(app);
  const limits = createLimits(options);
  await app.register(async (api) => {
    api.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    for (const route of options.routes) if (!route.receive) register(api, route, options, limits);
  });
  await app.register(async (api) => {
    api.removeAllContentTypeParsers();
    api.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, bytes, done) => done(null, bytes));
    for (const route of options.routes) if (route.receive) register(api, route, options, limits);
  });
  return app;
}

const sessions = new WeakMap<FastifyRequest, Promise<Session | null>>();

function sessionOf(request: FastifyRequest, options: HttpOptions): Promise<Session | null> {
  let found = sessions.get(request);
  if (!found) {
    const token = readCookie(request.headers.cookie, cookieName(options.publicUrl));
    found = token ? options.authenticate(hashToken(token)) : Promise.resolve(null);
    sessions.set(request, found);
  }
  return found;
}

function register(
  api: FastifyInstance,
  route: AnyRoute,
  options: HttpOptions,
  limits: ReturnType<typeof createLimits>,
): void {
  api.route({
    method: route.method,
    url: route.path,
    schema: describe(route),
    ...(route.upload ? { bodyLimit: route.maxBytes! } : {}),
    onRequest: async (request) => {
      if (route.method !== 'GET' && refuseCrossSite(request, options.publicUrl)) throw new Problem(crossSite);
    },
    // The door stands before the input is looked at: a stranger learns nothing about what a route expects.
    preValidation: async (request, reply) => {
      const session = await request.session();
      await limits(request, reply, route, session);
      enter(route, session, request.params as Record<string, unknown>);
      // What is not JSON comes as a stream, which only uploads and routes without a body have a use for.
      if (route.body && request.body instanceof Readable) throw new Problem(wrongMediaType);
    },
    handler: async (request: FastifyRequest, reply: FastifyReply) => {
      const session = await request.session();
      const entered = enter(route, session, request.params as Record<string, unknown>);
      return handle(
        route,
        options.contextualize,
        entered,
        sessionCookies(reply, options.publicUrl),
        request,
        reply,
      );
    },
  });
}
