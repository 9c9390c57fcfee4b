import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { Membership, Session } from '../auth/actor.ts';
import type { Permission } from '../auth/roles.ts';
import type { Ctx } from '../context.ts';
import type { Scope } from '../db/scope.ts';
import type { Tx } from '../db/tx.ts';
import type { Db } from '../db/types.ts';
import type { ProblemKind } from '../values/errors.ts';
import type { Dialect } from './dialect.ts';

/** Who may come in. A route without a door does not compile. */
export type Door =
  | AnyoneDoor
  | PersonDoor
  | MemberDoor
  | MemberOrPersonalKeyDoor
  | MemberOrKeyDoor
  | KeyDoor
  | StaffDoor;
interface AnyoneDoor {
  kind: 'anyone';
  why: string;
}
interface PersonDoor {
  kind: 'person';
}
interface MemberDoor {
  kind: 'member';
  keys: 'none';
  permission: Permission;
}
interface MemberOrPersonalKeyDoor {
  kind: 'member';
  keys: 'personal';
  permission: Permission;
}
interface MemberOrKeyDoor {
  kind: 'member';
  keys: 'all';
  permission: Permission;
}
interface KeyDoor {
  kind: 'key';
  permission: Permission;
}
interface StaffDoor {
  kind: 'staff';
  permission: Permission;
}

/** Open to everybody; says why that is right. */
export const anyone = (why: string): AnyoneDoor => ({ kind: 'anyone', why });
/** Whoever is signed in, about themselves. Sees the rows of that person and of no organization. */
export const person: PersonDoor = { kind: 'person' };
/** A member of the organization in the path (`/api/organizations/:organization/…`) whose role holds the permission. */
export const member = (permission: Permission): MemberDoor => ({ kind: 'member', keys: 'none', permission });
/** The same, also for a member's own API key that holds the permission. Its session is that person's and proves nothing. */
export const memberOrPersonalKey = (permission: Permission): MemberOrPersonalKeyDoor => ({
  kind: 'member',
  keys: 'personal',
  permission,
});
/** The same, also for keys of the organization itself. A request with one of those has no session: nobody sent it. */
export const memberOrKey = (permission: Permission): MemberOrKeyDoor => ({
  kind: 'member',
  keys: 'all',
  permission,
});
/** Keys of the organization in the path that hold the permission, and nobody signed in: what other systems do by themselves. */
export const onlyKey = (permission: Permission): KeyDoor => ({ kind: 'key', permission });
/** The business's own people whose role holds the permission. Sees everything. */
export const staff = (permission: Permission): StaffDoor => ({ kind: 'staff', permission });

/** What a handler knows of its request besides the input. */
export type Call<D extends Door> = CallBase &
  (D extends AnyoneDoor | MemberOrKeyDoor | KeyDoor ? { session: Session | null } : { session: Session }) &
  (D extends { kind: 'member' | 'key' } ? { organization: Membership } : unknown);

interface CallBase {
  requestId: string;
  /** When the request was taken up, for reads; a `tx` has its own `now`. */
  now: Date;
  /** Every permission of the product, as roles are made of them. */
  permissions: readonly Permission[];
  /** The network address of the caller, as the trusted proxy tells it. */
  address: string;
  userAgent: string;
  /** Where that address is; null when nobody can tell. */
  country: string | null;
  /** What the cookie says that this device keeps beyond its sessions. */
  device: string | null;
  /** What `begin` left in this browser a short while ago. */
  begun: string | null;
  /** The version named by If-Match; present where the route asks for it. */
  version: number;
  /** Sets the session cookie, and with `device` the one by which the device is known again; takes the first away. */
  startSession(token: string, expiresAt: Date, device?: string): void;
  endSession(): void;
  /** Leaves the token of something begun in this browser, for the minutes until it comes back with the rest. */
  begin(token: string): void;
}

/** JSON text made by the database, passed through as it is; checked against the contract in tests. */
export class JsonText {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** Bytes for the answer of a `download` route. The browser is told to save them, never to run them. */
export interface Download {
  name: string;
  type: string;
  body: Readable | Uint8Array;
  inline?: boolean;
}

export interface Limit {
  /** Counted per caller's network address or per person or API key. */
  per: 'address' | 'person';
  points: number;
  seconds: number;
}

interface Definition<
  D extends Door,
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  O extends z.ZodType,
> {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: `/api/${string}`;
  /** One sentence for the API reference, in the imperative. */
  summary: string;
  door: D;
  params?: P;
  query?: Q;
  body?: B;
  output: O;
  status?: 200 | 201 | 202;
  /** Expected failures beyond those every route has (400, 401, 404, 429). */
  problems?: readonly ProblemKind[];
  /** Edits of one thing: the caller says with If-Match which version was seen; `optional`: or nothing, and `version` is 0. */
  ifMatch?: boolean | 'optional';
  /** Another way to write answers and failures. Those who speak it send no Idempotency-Key: the route itself bears repetition. */
  speaks?: Dialect;
  limit?: Limit;
  /** Only for a session that has proved lately that it is still the same person (`proof_required`). */
  proof?: 'recent';
  /** Open to a session that still owes a second step: what one needs to set it up, and to leave. */
  beforeSecondStep?: true;
  /** What is sent or answered is a secret: nothing of it is kept under an Idempotency-Key, so a repeated request acts again. */
  secret?: true;
}

/** `input` of a handler: what the schemas made of the request. */
interface Input<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  params: z.output<P>;
  query: z.output<Q>;
  body: z.output<B>;
}

type Answer<O extends z.ZodType> = z.input<O> | JsonText;

/**
 * Three kinds of handlers, told apart by what they are handed: `read` only reads; `write` is one transaction, and the answer
 * is kept under its Idempotency-Key in that same transaction; `act` opens its own transactions and may talk to the world.
 */
type Handler<
  D extends Door,
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  O extends z.ZodType,
> =
  | { read: (db: Db, input: Input<P, Q, B>, call: Call<D>) => Promise<Answer<O>> }
  | {
      /** `within: everything` for what the portal's role may not touch; then every `where` names the organization of the path. */
      within?: Scope;
      write: (tx: Tx, input: Input<P, Q, B>, call: Call<D>) => Promise<Answer<O>>;
    }
  | { act: (ctx: Ctx, input: Input<P, Q, B>, call: Call<D>) => Promise<Answer<O>> }
  | { download: (ctx: Ctx, input: Input<P, Q, B>, call: Call<D>) => Promise<Download> }
  | {
      upload: (
        ctx: Ctx,
        input: Input<P, Q, B> & { stream: Readable; type: string },
        call: Call<D>,
      ) => Promise<Answer<O>>;
      maxBytes: number;
    }
  | {
      /** What another system sends: the bytes and headers as they came, since a signature covers bytes. Not counted by the general limit. */
      receive: (ctx: Ctx, input: Input<P, Q, B> & Received, call: Call<D>) => Promise<Answer<O>>;
      /** Where a megabyte is not enough. */
      maxBytes?: number;
    };

export interface Received {
  raw: Buffer;
  /** Names in lower case. */
  headers: IncomingHttpHeaders;
}

export type Route<
  D extends Door,
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  O extends z.ZodType,
> = Definition<D, P, Q, B, O> & Handler<D, P, Q, B, O>;

/** A route as the loops over all routes see it. */
export type AnyRoute = Definition<Door, z.ZodType, z.ZodType, z.ZodType, z.ZodType> & {
  read?: (db: Db, input: any, call: any) => Promise<unknown>;
  within?: Scope;
  write?: (tx: Tx, input: any, call: any) => Promise<unknown>;
  act?: (ctx: Ctx, input: any, call: any) => Promise<unknown>;
  download?: (ctx: Ctx, input: any, call: any) => Promise<Download>;
  upload?: (ctx: Ctx, input: any, call: any) => Promise<unknown>;
  maxBytes?: number;
  receive?: (ctx: Ctx, input: any, call: any) => Promise<unknown>;
};

export function route<
  D extends Door,
  O extends z.ZodType,
  P extends z.ZodType = z.ZodType<Record<string, never>>,
  Q extends z.ZodType = z.ZodType<Record<string, never>>,
  B extends z.ZodType = z.ZodType<undefined>,
>(definition: Route<D, P, Q, B, O>): AnyRoute {
  return definition;
}
