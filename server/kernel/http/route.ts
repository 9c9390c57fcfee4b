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

/** Who may come in. A route without a door does not compile. */
export type Door = AnyoneDoor | PersonDoor | MemberDoor | StaffDoor;
interface AnyoneDoor {
  kind: 'anyone';
  why: string;
}
interface PersonDoor {
  kind: 'person';
}
interface MemberDoor {
  kind: 'member';
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
export const member = (permission: Permission): MemberDoor => ({ kind: 'member', permission });
/** The business's own people whose role holds the permission. Sees everything. */
export const staff = (permission: Permission): StaffDoor => ({ kind: 'staff', permission });

/** What a handler knows of its request besides the input. */
export type Call<D extends Door> = CallBase &
  (D extends AnyoneDoor ? { session: Session | null } : { session: Session }) &
  (D extends MemberDoor ? { organization: Membership } : unknown);

interface CallBase {
  requestId: string;
  /** When the request was taken up, for reads; a `tx` has its own `now`. */
  now: Date;
  /** The network address of the caller, as the trusted proxy tells it. */
  address: string;
  userAgent: string;
  /** The version named by If-Match; present where the route asks for it. */
  version: number;
  /** Sets the session cookie, and takes it away. */
  startSession(token: string, expiresAt: Date): void;
  endSession(): void;
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
  /** Counted per caller's network address or per person. */
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
  /** Edits of one thing: the caller says with If-Match which version was seen. */
  ifMatch?: boolean;
  limit?: Limit;
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
