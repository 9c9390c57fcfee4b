import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Actor, Membership, Session } from '../auth/actor.ts';
import { mayAsMember, mayAsStaff } from '../auth/actor.ts';
import type { Ctx } from '../context.ts';
import { everything, publicOnly } from '../db/scope.ts';
import type { Scope } from '../db/scope.ts';
import { Problem, invalidInput, notFound, notSignedIn, versionRequired } from '../values/errors.ts';
import { claimKey, hashRequest, keepAnswer, keyRequired, releaseKey, stillRunning } from './idempotency.ts';
import type { IdempotentRequest } from './idempotency.ts';
import { JsonText } from './route.ts';
import type { AnyRoute } from './route.ts';

/** Makes the context of one request. */
export type Contextualize = (acting: { actor: Actor; scope: Scope; requestId: string }) => Ctx;

interface Entered {
  session: Session | null;
  organization: Membership | null;
  scope: Scope;
}

/**
 * Decides at the door. Somebody without a session gets 401; everything that is not theirs answers 404, the same as what does
 * not exist.
 */
export function enter(route: AnyRoute, session: Session | null, params: Record<string, unknown>): Entered {
  const { door } = route;
  if (door.kind === 'anyone') return { session, organization: null, scope: publicOnly };
  if (!session) throw new Problem(notSignedIn);
  if (door.kind === 'person') {
    return {
      session,
      organization: null,
      scope: { kind: 'clients', organizations: [], person: session.person.id },
    };
  }
  if (door.kind === 'staff') {
    if (!mayAsStaff(door.permission, session.staffRoles)) throw new Problem(notFound);
    return { session, organization: null, scope: everything };
  }
  const organization = session.organizations.find(({ id }) => id === params.organization);
  if (!organization || !mayAsMember(door.permission, organization.role)) throw new Problem(notFound);
  return {
    session,
    organization,
    scope: { kind: 'clients', organizations: [organization.id], person: session.person.id },
  };
}

/** Runs one route for one request whose input has been checked. */
export async function handle(
  route: AnyRoute,
  contextualize: Contextualize,
  entered: Entered,
  cookies: { startSession(token: string, expiresAt: Date): void; endSession(): void },
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const ctx = contextualize({ actor: actorOf(route, entered), scope: entered.scope, requestId: request.id });
  const input = { params: request.params, query: request.query, body: request.body };
  const call = {
    session: entered.session,
    organization: entered.organization,
    requestId: request.id,
    now: ctx.clock.now(),
    address: request.ip,
    userAgent: request.headers['user-agent'] ?? '',
    version: route.ifMatch ? versionOf(request) : 0,
    ...cookies,
  };
  if (route.read) return answer(route, reply, await ctx.read((db) => route.read!(db, input, call)));
  if (route.download) {
    const file = await route.download(ctx, input, call);
    return sendFile(reply, file);
  }
  if (route.upload) {
    const stream = request.body as Readable;
    const type = request.headers['content-type'] ?? 'application/octet-stream';
    return answer(route, reply, await route.upload(ctx, { ...input, stream, type }, call));
  }
  if (route.receive) {
    const received = { ...input, body: undefined, raw: request.body as Buffer, headers: request.headers };
    return answer(route, reply, await route.receive(ctx, received, call));
  }
  const key = idempotencyOf(route, request, entered.session, call.address);
  if (route.write)
    return write(route, route.within ? ctx.within(route.within) : ctx, input, call, key, reply);
  return act(route, ctx, input, call, key, reply);
}

/** What another system tells us is done by the system here, not by a visitor. */
function actorOf(route: AnyRoute, { session }: Entered): Actor {
  if (session) return { kind: 'person', session };
  return route.receive ? { kind: 'system', name: route.path } : { kind: 'anonymous' };
}

async function write(
  route: AnyRoute,
  ctx: Ctx,
  input: unknown,
  call: unknown,
  key: IdempotentRequest | null,
  reply: FastifyReply,
) {
  const outcome = await ctx.transact(async (tx) => {
    if (key) {
      const kept = await claimKey(tx.db, key, tx.now);
      if (kept === 'running') throw new Problem(stillRunning);
      if (kept !== 'claimed') return { kept };
    }
    const made = await route.write!(tx, input, call);
    const body = serialize(route, made);
    if (key) keepAnswer(tx, key, { status: statusOf(route, body), body });
    return { made, body };
  });
  if (outcome.kept) return replay(reply, outcome.kept);
  return send(route, reply, outcome.made, outcome.body);
}

async function act(
  route: AnyRoute,
  ctx: Ctx,
  input: unknown,
  call: unknown,
  key: IdempotentRequest | null,
  reply: FastifyReply,
) {
  if (!key) return answer(route, reply, await route.act!(ctx, input, call));
  const kept = await ctx.transact((tx) => claimKey(tx.db, key, tx.now));
  if (kept === 'running') throw new Problem(stillRunning);
  if (kept !== 'claimed') return replay(reply, kept);
  try {
    const made = await route.act!(ctx, input, call);
    const body = serialize(route, made);
    await ctx.transact(async (tx) => keepAnswer(tx, key, { status: statusOf(route, body), body }));
    return send(route, reply, made, body);
  } catch (error) {
    await ctx.transact((tx) => releaseKey(tx.db, key));
    throw error;
  }
}

function replay(reply: FastifyReply, kept: { status: number; body: string }): FastifyReply {
  void reply.header('Idempotent-Replayed', 'true').code(kept.status);
  return kept.body === '' ? reply.send() : reply.type('application/json; charset=utf-8').send(kept.body);
}

function answer(route: AnyRoute, reply: FastifyReply, made: unknown): FastifyReply {
  return send(route, reply, made, serialize(route, made));
}

function send(route: AnyRoute, reply: FastifyReply, made: unknown, body: string): FastifyReply {
  void reply.code(statusOf(route, body));
  if (body === '') return reply.send();
  const { version } = made as { version?: number | bigint };
  if (version !== undefined) void reply.header('ETag', `"${version}"`);
  return reply.type('application/json; charset=utf-8').send(body);
}

function statusOf(route: AnyRoute, body: string): number {
  return body === '' ? 204 : (route.status ?? 200);
}

/** Only what the contract declares leaves; a value it does not allow is our bug, not an answer. */
function serialize(route: AnyRoute, made: unknown): string {
  if (made instanceof JsonText) {
    if (process.env.NODE_ENV === 'test') z.encode(route.output, JSON.parse(made.text) as never);
    return made.text;
  }
  const checked = z.encode(route.output, made);
  return checked === undefined ? '' : JSON.stringify(checked);
}

function versionOf(request: FastifyRequest): number {
  const header = request.headers['if-match'];
  if (header === undefined) throw new Problem(versionRequired);
  const version = /^"?(\d{1,15})"?$/.exec(header)?.[1];
  if (version === undefined)
    throw new Problem(invalidInput, {
      fields: [{ path: 'If-Match', code: 'invalid', message: 'a version in quotes' }],
    });
  return Number(version);
}

function idempotencyOf(
  route: AnyRoute,
  request: FastifyRequest,
  session: Session | null,
  address: string,
): IdempotentRequest | null {
  if (route.method === 'GET') return null;
  const key = request.headers['idempotency-key'];
  if (key === undefined) {
    if (route.method === 'POST' && route.door.kind !== 'anyone') throw new Problem(keyRequired);
    return null;
  }
  if (typeof key !== 'string' || !/^[\x21-\x7e]{8,255}$/.test(key)) {
    throw new Problem(invalidInput, {
      fields: [{ path: 'Idempotency-Key', code: 'invalid', message: '8 to 255 visible characters' }],
    });
  }
  const principal = session ? `person:${session.person.id}` : `address:${address}`;
  return {
    principal,
    route: `${route.method} ${route.path}`,
    key,
    hash: hashRequest(request.url, request.body),
  };
}

function sendFile(
  reply: FastifyReply,
  file: { name: string; type: string; body: Readable | Uint8Array; inline?: boolean },
): FastifyReply {
  const ascii = file.name.replace(/[^\x20-\x7e]|["\\]/g, '_');
  const disposition = `${file.inline ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(file.name)}`;
  return reply
    .type(file.type)
    .header('Content-Disposition', disposition)
    .header('Content-Security-Policy', "sandbox; default-src 'none'")
    .send(file.body instanceof Uint8Array ? Buffer.from(file.body) : file.body);
}
