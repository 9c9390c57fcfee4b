import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import swagger from '@fastify/swagger';
import Fastify, { LogController } from 'fastify';
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { jsonSchemaTransform, validatorCompiler } from 'fastify-type-provider-zod';
import type { ApiKey, Caller, Found, Over, Session } from '../auth/actor.ts';
import { hashToken } from '../crypto.ts';
import { somebodyAsks } from '../pace.ts';
import { Problem, invalidInput, notFound } from '../values/errors.ts';
import { isDeeperThan } from '../values/json.ts';
import { createAsk } from './ask.ts';
import type { Ask } from './ask.ts';
import { compressTexts } from './compress.ts';
import { cookieName, readCookie, sessionCookies } from './cookie.ts';
import { crossSite, mayBeForm, refuseCrossSite } from './cross-site.ts';
import { docsRoutes } from './docs-route.ts';
import { enter, enterNoting, handle } from './handle.ts';
import type { Contextualize } from './handle.ts';
import { tidyDocument } from './openapi-tidy.ts';
import { livePath } from './live-route.ts';
import { describe, inputOf, openApiInfo } from './openapi.ts';
import { answerError, answerProblem, asProblem, wrongMediaType } from './problem.ts';
import { createLimits } from './rate-limit.ts';
import type { Limits } from './rate-limit.ts';
import type { Dialect } from './dialect.ts';
import { refusalOf } from './refusals.ts';
import type { Refusal } from './refusals.ts';
import type { AnyRoute } from './route.ts';
import { secure } from './security-headers.ts';
import { answerUnreadable } from './unreadable.ts';

/**
 * What the HTTP server needs of the rest. `authenticate` is one indexed query; `attended`: a person is there, which keeps the
 * session from ending for want of one.
 */
export interface HttpOptions {
  routes: readonly AnyRoute[];
  contextualize: Contextualize;
  authenticate: (tokenHash: Buffer, attended: boolean) => Promise<Found>;
  /** The same for the token of an API key; `address`: where the request comes from. */
  authenticateKey: (token: string, address: string) => Promise<ApiKey | null>;
  /** Told of every refusal that may be a sign of somebody trying to get around. */
  refused: (refusal: Refusal) => void;
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
  interface FastifyContextConfig {
    /** What a route of ours declares; adapters and pages have routes beside them. */
    ours?: AnyRoute;
  }
  interface FastifyRequest {
    /** Who is asking; read once per request, by whoever needs it first. */
    caller(): Promise<Caller>;
    /** The person who is asking, where it is one. */
    session(): Promise<Session | null>;
    /** Whether it is still so, looked up anew. */
    stillSignedIn(): Promise<boolean>;
    /** Why the session is over whose cookie is still there. */
    sessionOver(): Promise<Over | null>;
    /** The way its route speaks, where that is not ours. */
    speaks: Dialect | null;
  }
  interface FastifyInstance {
    /** Asks our own API for what a page drawn here shows. */
    ask: Ask;
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
    clientErrorHandler: answerUnreadable(options.publicUrl),
    // An address that cannot be read gets no further than here: hooks do not see it.
    frameworkErrors(error, request, reply) {
      secure(request, reply, options.publicUrl);
      answerError(error, request, reply);
    },
  });
  app.setValidatorCompiler(validatorCompiler);
  // Answers are written by `handle`, which checks them against the contract; what else is sent is text already.
  app.setSerializerCompiler(() => (value) => JSON.stringify(value));
  app.setErrorHandler(async (error, request, reply) => {
    await noteSign(error, request, options);
    return answerError(error, request, reply);
  });
  app.setNotFoundHandler((request, reply) => answerProblem(reply, request, new Problem(notFound)));
  app.addHook('onRequest', async (request, reply) => {
    secure(request, reply, options.publicUrl);
    // A live line is open for long, and nobody waits for its end.
    if (request.url.startsWith(livePath)) return;
    const answered = somebodyAsks();
    reply.raw.once('finish', answered).once('close', answered);
  });
  compressTexts(app);
  app.decorateRequest('caller', function (this: FastifyRequest) {
    return callerOf(this, options);
  });
  app.decorateRequest('session', async function (this: FastifyRequest) {
    const caller = await this.caller();
    return caller.kind === 'person' ? caller.session : null;
  });
  app.decorateRequest('stillSignedIn', async function (this: FastifyRequest) {
    return (await lookUpNow(this, options)).session !== null;
  });
  app.decorateRequest('sessionOver', async function (this: FastifyRequest) {
    return (await lookUp(this, options)).over;
  });
  app.decorateRequest('speaks', null);
  await app.register(swagger, {
    openapi: openApiInfo(options),
    // What an adapter serves itself, as the sandbox gateway's pages, is nothing that others may rely on.
    // Asked for with the document: most starts never describe their routes.
    transform: (given) => {
      const ours = given.route.config?.ours;
      return jsonSchemaTransform({ ...given, schema: ours ? describe(ours) : { hide: true } });
    },
    transformObject: tidyDocument,
  });
  docsRoutes(app);
  const limits = createLimits(options);
  app.decorate('ask', createAsk(options.routes, options.contextualize, limits, options.refused));
  await app.register(async (api) => {
    api.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    for (const type of new Set(options.routes.flatMap(({ speaks }) => speaks?.mediaType ?? [])))
      api.addContentTypeParser(type, { parseAs: 'string' }, api.getDefaultJsonParser('error', 'error'));
    for (const route of options.routes) if (!route.receive) register(api, route, options, limits);
  });
  await app.register(async (api) => {
    api.removeAllContentTypeParsers();
    api.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, bytes, done) => done(null, bytes));
    for (const route of options.routes) if (route.receive) register(api, route, options, limits);
  });
  return app;
}

/** The header of requests that nobody made. */
const unattended = 'x-unattended';
/** Levels of lists and objects in a body; deeper ones would make whoever walks through them run out of stack. */
const deepest = 40;

const callers = new WeakMap<FastifyRequest, Promise<Caller>>();

function callerOf(request: FastifyRequest, options: HttpOptions): Promise<Caller> {
  let found = callers.get(request);
  if (!found) callers.set(request, (found = findCaller(request, options)));
  return found;
}

/** Whoever sends a token means that token: a cookie beside it is not looked at, also when the token is not good. */
async function findCaller(request: FastifyRequest, options: HttpOptions): Promise<Caller> {
  const bearer = bearerOf(request);
  if (bearer !== null) {
    const key = await options.authenticateKey(bearer, request.ip);
    if (!key) noteUnknownKey(request, options);
    return key ? { kind: 'key', key } : { kind: 'anonymous' };
  }
  const { session } = await lookUp(request, options);
  return session ? { kind: 'person', session } : { kind: 'anonymous' };
}

const nobody = { kind: 'anonymous' } as const;

/** Whoever was not asked for yet stays nobody: what is refused costs no look into the database. */
async function noteSign(error: unknown, request: FastifyRequest, { refused }: HttpOptions): Promise<void> {
  const { sign, code } = asProblem(error)?.kind ?? {};
  if (!sign || !code) return;
  const caller = await callers.get(request)?.catch(() => nobody);
  refused({ ...refusalOf(request, addressed(request), caller ?? nobody, request.params), sign, code });
}

function noteUnknownKey(request: FastifyRequest, { refused }: HttpOptions): void {
  const refusal = refusalOf(request, addressed(request), nobody, request.params);
  refused({ ...refusal, sign: 'forged', code: 'unknown_api_key' });
}

/** The route as it is declared, never the address that was typed. */
const addressed = ({ method, routeOptions }: FastifyRequest) => ({ method, path: routeOptions.url ?? '*' });

function bearerOf({ headers }: FastifyRequest): string | null {
  return /^bearer(?: +|$)(.*)$/i.exec(headers.authorization ?? '')?.[1]!.trim() ?? null;
}

const lookedUp = new WeakMap<FastifyRequest, Promise<Found>>();

function lookUp(request: FastifyRequest, options: HttpOptions): Promise<Found> {
  let found = lookedUp.get(request);
  if (!found) lookedUp.set(request, (found = lookUpNow(request, options)));
  return found;
}

async function lookUpNow(request: FastifyRequest, options: HttpOptions): Promise<Found> {
  const token = readCookie(request.headers.cookie, cookieName(options.publicUrl));
  return token ? options.authenticate(hashToken(token), isAttended(request)) : { session: null, over: null };
}

/** False for what a page asks by itself: it says so, and a stream is nothing else. A page left open is nobody. */
const isAttended = ({ headers, url }: FastifyRequest): boolean =>
  headers[unattended] === undefined && !url.startsWith('/api/live');

function register(api: FastifyInstance, route: AnyRoute, options: HttpOptions, limits: Limits): void {
  api.route({
    method: route.method,
    url: route.path,
    schema: inputOf(route),
    config: { ours: route },
    ...(route.maxBytes ? { bodyLimit: route.maxBytes } : {}),
    onRequest: async (request) => {
      request.speaks = route.speaks ?? null;
      if (route.method === 'GET') return;
      const asksNothing =
        route.method === 'POST' && route.door.kind !== 'anyone' && (route.upload ?? route.secret);
      if (refuseCrossSite(request, options.publicUrl) || (asksNothing && mayBeForm(request)))
        throw new Problem(crossSite);
    },
    // The door stands before the input is looked at: a stranger learns nothing about what a route expects.
    preValidation: async (request, reply) => {
      const caller = await request.caller();
      await limits(request, reply, route, caller);
      enterNoting(route, caller, request, request.params as Record<string, unknown>, options.refused);
      // What is not JSON comes as a stream, which only uploads and routes without a body have a use for.
      if (request.body instanceof Readable) {
        if (route.body) throw new Problem(wrongMediaType);
      } else if (isDeeperThan(deepest, request.body)) {
        throw new Problem(invalidInput, { detail: 'Nested too deeply.' });
      }
    },
    handler: async (request: FastifyRequest, reply: FastifyReply) => {
      const entered = enter(route, await request.caller(), request.params as Record<string, unknown>);
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
