import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Actor, ApiKey, Caller, Membership, Session } from '../auth/actor.ts';
import { mayAsMember, mayAsStaff } from '../auth/actor.ts';
import type { Permission } from '../auth/roles.ts';
import type { Ctx } from '../context.ts';
import { everything, publicOnly, scopeOf } from '../db/scope.ts';
import type { Scope } from '../db/scope.ts';
import type { Tx } from '../db/tx.ts';
import {
  Problem,
  invalidInput,
  networkNotAllowed,
  notForKeys,
  notFound,
  notSignedIn,
  proofRequired,
  secondStepRequired,
  versionRequired,
} from '../values/errors.ts';
import { begunCookie, cookieName, deviceCookie, readCookie } from './cookie.ts';
import { claimKey, hashRequest, keepAnswer, keyRequired, releaseKey } from './idempotency.ts';
import type { IdempotentRequest, KeptAnswer } from './idempotency.ts';
import { refusalOf } from './refusals.ts';
import type { Refusal } from './refusals.ts';
import { JsonText } from './route.ts';
import type { AnyRoute, Door } from './route.ts';

/** Makes the context of one request. */
export type Contextualize = (acting: { actor: Actor; scope: Scope; requestId: string }) => Ctx;

interface Entered {
  session: Session | null;
  key?: ApiKey;
  organization: Membership | null;
  scope: Scope;
}

/**
 * Decides at the door. Somebody without a session gets 401; everything that is not theirs answers 404, the same as what does
 * not exist.
 */
export function enter(route: AnyRoute, caller: Caller, params: Record<string, unknown>): Entered {
  // Where nobody is asked, a key is nobody: it never signs in.
  if (caller.kind === 'key' && route.door.kind !== 'anyone') return enterWithKey(route, caller.key, params);
  const session = caller.kind === 'person' ? caller.session : null;
  // Whoever owes a second step is nobody yet where nobody is asked.
  if (route.door.kind === 'anyone')
    return { session: session?.owesSecondStep ? null : session, organization: null, scope: publicOnly };
  if (!session) throw new Problem(notSignedIn);
  if (session.owesSecondStep && !route.beforeSecondStep) throw new Problem(secondStepRequired);
  const entered = throughDoor(route.door, session, params);
  if (route.proof === 'recent' && !session.provedLately) throw new Problem(proofRequired);
  return entered;
}

/** The same, and whoever is refused is noted. Being asked to sign in or to prove oneself is counted only. */
export function enterNoting(
  route: AnyRoute,
  caller: Caller,
  request: { id: string; ip: string },
  params: Record<string, unknown>,
  refused: (refusal: Refusal) => void,
): Entered {
  try {
    return enter(route, caller, params);
  } catch (error) {
    if (error instanceof Problem) {
      const { code } = error.kind;
      const sign = asking.includes(code) ? 'asked' : 'access';
      refused({ ...refusalOf(request, route, caller, params), sign, code });
    }
    throw error;
  }
}

const asking = [notSignedIn, secondStepRequired, proofRequired].map(({ code }): string => code);

/** A key comes through the doors made for keys, into its own organization, with the permissions chosen for it. */
function enterWithKey({ door, proof }: AnyRoute, key: ApiKey, params: Record<string, unknown>): Entered {
  if (!key.fromAllowedNetwork) throw new Problem(networkNotAllowed);
  if (door.kind !== 'member' && door.kind !== 'key') throw new Problem(notForKeys);
  const { organization, actsFor } = key;
  if (organization.id !== params.organization) throw new Problem(notFound);
  const opens =
    door.kind === 'key'
      ? actsFor === null
      : door.keys === 'all' || (door.keys === 'personal' && actsFor !== null);
  if (!opens || proof) throw new Problem(notForKeys);
  requireRight(door.permission, organization, params);
  const scope = scopeOf(actsFor?.person.id ?? null, [organization]);
  return { session: actsFor, key, organization, scope };
}

function throughDoor(
  door: Exclude<Door, { kind: 'anyone' }>,
  session: Session,
  params: Record<string, unknown>,
): Entered {
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
  if (door.kind === 'key') throw new Problem(notFound);
  const organization = session.organizations.find(({ id }) => id === params.organization);
  if (!organization) throw new Problem(notFound);
  requireRight(door.permission, organization, params);
  return { session, organization, scope: scopeOf(session.person.id, [organization]) };
}

/** Errors: `not_found`, also for a service that the membership is not for. */
function requireRight(permission: Permission, own: Membership, params: Record<string, unknown>): void {
  const otherService = 'service' in params && own.services?.includes(params.service as never) === false;
  if (otherService || !mayAsMember(permission, own)) throw new Problem(notFound);
}

/** What a route that only reads answers, as JSON text. */
export async function tell(route: AnyRoute, ctx: Ctx, input: unknown, call: unknown): Promise<string> {
  const made = route.read
    ? await ctx.read((db) => route.read!(db, input, call))
    : await route.act!(ctx, input, call);
  return serialize(route, made);
}

/** Runs one route for one request whose input has been checked. */
export async function handle(
  route: AnyRoute,
  contextualize: Contextualize,
  entered: Entered,
  cookies: {
    startSession(token: string, expiresAt: Date, device?: string): void;
    endSession(): void;
    begin(token: string): void;
  },
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
    permissions: ctx.product.permissions,
    address: request.ip,
    userAgent: request.headers['user-agent'] ?? '',
    // Few routes ask.
    get country() {
      return ctx.ports.countries.of(request.ip);
    },
    get device() {
      return readCookie(request.headers.cookie, cookieName(ctx.publicUrl, deviceCookie));
    },
    get begun() {
      return readCookie(request.headers.cookie, cookieName(ctx.publicUrl, begunCookie));
    },
    version: route.ifMatch ? versionOf(request, route.ifMatch) : 0,
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
  const key = idempotencyOf(route, request, entered, call.address);
  if (route.write)
    return write(route, route.within ? ctx.within(route.within) : ctx, input, call, key, reply);
  return act(route, ctx, input, call, key, reply);
}

/** What another system tells us is done by the system here, not by a visitor. */
export function actorOf(route: AnyRoute, { session, key }: Entered): Actor {
  if (key) return { kind: 'key', key };
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
  try {
    const { made, body } = await ctx.transact(async (tx) => {
      const work = async () => route.write!(tx, input, call);
      const made = key ? await onceClaimed(tx, key, work) : await work();
      const body = serialize(route, made);
      if (key) keepAnswer(tx, key, { status: statusOf(route, body), body });
      return { made, body };
    });
    return send(route, reply, made, body);
  } catch (error) {
    if (error instanceof Taken) return replay(reply, error.kept);
    throw error;
  }
}

/** The key was taken: this is what its request was answered. Thrown, so that the transaction is undone. */
class Taken extends Error {
  readonly kept: KeptAnswer;

  constructor(kept: KeptAnswer) {
    super('the key was taken');
    this.kept = kept;
  }
}

/**
 * Sends the work right behind the claim, without waiting in between. When the key was taken, the work is undone and whatever came of
 * it is not looked at.
 */
async function onceClaimed<T>(tx: Tx, key: IdempotentRequest, work: () => Promise<T>): Promise<T> {
  const [claim, made] = await Promise.allSettled([claimKey(tx, key), work()]);
  if (claim.status === 'rejected') throw claim.reason;
  if (claim.value !== 'claimed') throw new Taken(claim.value);
  if (made.status === 'rejected') throw made.reason;
  return made.value;
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
  const kept = await ctx.transact((tx) => claimKey(tx, key));
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
  if (route.speaks) {
    return reply
      .headers(route.speaks.headers(made as object))
      .type(route.speaks.mediaType)
      .send(body);
  }
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

function versionOf(request: FastifyRequest, asked: true | 'optional'): number {
  const header = request.headers['if-match'];
  if (asked === 'optional' && (header === undefined || header.trim() === '*')) return 0;
  if (header === undefined) throw new Problem(versionRequired);
  const version = (asked === 'optional' ? /^(?:W\/)?"(\d{1,15})"$/ : /^"?(\d{1,15})"?$/).exec(header)?.[1];
  if (version === undefined)
    throw new Problem(invalidInput, {
      fields: [{ path: 'If-Match', code: 'invalid', message: 'a version in quotes' }],
    });
  return Number(version);
}

function idempotencyOf(
  route: AnyRoute,
  request: FastifyRequest,
  { session, key: apiKey }: Entered,
  address: string,
): IdempotentRequest | null {
  if (route.method === 'GET' || route.secret || route.speaks) return null;
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
  const person = session ? `person:${session.person.id}` : `address:${address}`;
  const principal = apiKey ? `key:${apiKey.id}` : person;
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
