import type { z } from 'zod';
import { type FieldError, invalidInput, Problem, problem } from '../../kernel/values/errors.ts';
import type { Json } from '../../kernel/values/json.ts';
import type { OperationKind } from './domain/states.ts';

export type JsonObject = Readonly<Record<string, Json>>;

/** The service as the vendor is to know it. An adapter keeps nothing about it: all it may need comes with each call. */
export interface Instance {
  /** Ours, of URL-safe characters, the same for the life of the instance: the vendor's external id wherever there is one. */
  id: string;
  organizationId: string;
  /** The vendor's name for it, from `Facts`; null until a provision is done. */
  remoteId: string | null;
  /** A `Plan.id` of this adapter's catalog, or whatever the adapter documents. */
  plan: string;
  /** What the product and the customer chose. Each adapter parses it; garbage is a permanent failure named `invalid_parameters`. */
  parameters: JsonObject;
}

export interface OperationRequest {
  /** Ours. Sending the same key again is the same operation: it happens once and answers the same. */
  key: string;
  /** Which sending of this key this is, from 1. */
  attempt: number;
  instance: Instance;
  /** Updates only: what the vendor has now, where `instance` says what it should have. */
  previous?: Pick<Instance, 'plan' | 'parameters'>;
  /** The user who asked for it; null when nobody did (dunning, clean-up, drift). */
  actorId: string | null;
  now: Date;
}

/** What is true of the instance once an operation is done. A field that is absent has not changed. */
export interface Facts {
  remoteId?: string;
  /** Secret: sealed before it is stored, shown only to those who may see it, never logged. */
  credentials?: JsonObject;
  dashboardUrl?: string;
  /** What anyone who sees the service may see: host name, address, region. */
  shown?: Readonly<Record<string, string>>;
}

/** How to ask again about an operation under way. `token` is private to the adapter, up to 12,000 characters, and holds no secret. */
export interface Pending {
  token: string;
  pollAfterSeconds: number;
  /** When to stop asking and take the operation for lost. */
  deadline: Date;
}

/** A pending operation as the caller kept it; `since` is when it was sent. */
export interface PendingOperation {
  token: string;
  since: Date;
  deadline: Date;
}

/**
 * - `retry`: nothing happened, and the same request may succeed later.
 * - `permanent`: nothing happened, and repeating it changes nothing: a person must look.
 * - `orphan`: a provision that failed but may have left something: it must be removed before another is sent.
 */
export type FailureClass = 'retry' | 'permanent' | 'orphan';

export interface Failed {
  state: 'failed';
  class: FailureClass;
  /** A stable lower-case word: `conflict`, `quota_exceeded`. */
  code: string;
  /** For staff; the vendor's words are welcome, secrets are not. */
  message: string;
  retryAfterSeconds?: number;
  /** False when the instance no longer works because of this failure. */
  usable?: boolean;
}

/**
 * What became of an operation. `accepted`: it has begun, poll; `progress` is the vendor's sentence for the customer.
 * `needs_staff`: a person does it and reports; `instructions` is a message key. `unknown`: it may or may not have happened; poll when
 * there is something to poll, else repeat it, and clean up before repeating a provision. It is never a failure.
 */
export type Outcome =
  | { state: 'done'; facts: Facts }
  | ({ state: 'accepted'; progress?: string } & Pending)
  | { state: 'needs_staff'; instructions: string }
  | Failed
  | { state: 'unknown'; code: string; message: string; pending: Pending | null };

/** What the vendor shows when asked. A field that is absent was not told. */
export interface Sighting {
  existence: 'present' | 'absent' | 'unknown';
  suspended?: boolean;
  plan?: string;
  facts?: Facts;
}

/** A plan the vendor offers, for staff to make a product of. `schema`: JSON Schema of the parameters, when the vendor tells. */
export interface Plan {
  id: string;
  name: string;
  description: string;
  free: boolean;
  schema?: JsonObject;
}

type Operation = (request: OperationRequest) => Promise<Outcome>;

/**
 * One connected vendor. Operations answer with an `Outcome` and throw only for bugs; each ends within `longestCallSeconds`.
 * Deprovisioning what is not there is done. What a vendor cannot do, its adapter does not have: no `suspend`, no suspending.
 * `suspend` and `resume` come as a pair. Called outside transactions.
 */
export interface Provisioner {
  provision: Operation;
  deprovision: Operation;
  update?: Operation;
  suspend?: Operation;
  resume?: Operation;
  /** An unanswered poll is `accepted` again, not a failure. Asking twice is harmless. Present if anything here is ever pending. */
  poll?(request: OperationRequest, pending: PendingOperation): Promise<Outcome>;
  /** What is there now; `unknown` when the vendor does not say. */
  observe?(instance: Instance, now: Date): Promise<Sighting>;
  /** Errors: `vendor_unavailable`. */
  catalog?(now: Date): Promise<readonly Plan[]>;
}

/** After this many seconds without an answer the caller has crashed, and the operation is unknown. */
export const longestCallSeconds = 300;

export const vendorUnavailable = problem(
  'vendor_unavailable',
  502,
  'The system behind this service does not answer as it should.',
);

/** What lies beyond an adapter. `fetch` decides which addresses may be reached. */
export interface World {
  fetch: typeof fetch;
}

/** What compose.ts lists: how a vendor is configured and connected. */
export interface ProvisionerDriver<Configuration = any> {
  readonly name: string;
  readonly label: Readonly<Record<'id' | 'en', string>>;
  readonly configuration: z.ZodType<Configuration>;
  /** Names of the fields to seal in the database and never to show again. */
  readonly secretFields: readonly (keyof Configuration & string)[];
  connect(configuration: Configuration, world: World): Provisioner;
}

/** Which of the optional verbs a provisioner has. */
export type Abilities = Readonly<Record<OperationKind | 'observe' | 'catalog', boolean>>;

export function abilitiesOf(provisioner: Provisioner): Abilities {
  const { update, suspend, resume, observe, catalog } = provisioner;
  return {
    provision: true,
    update: !!update,
    suspend: !!suspend,
    resume: !!resume,
    deprovision: true,
    observe: !!observe,
    catalog: !!catalog,
  };
}

/** Errors: `invalid_input` naming the fields; values are never repeated, as they may be secrets. */
export function parseConfiguration<Configuration>(
  driver: ProvisionerDriver<Configuration>,
  input: unknown,
): Configuration {
  const parsed = driver.configuration.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new Problem(invalidInput, { fields: parsed.error.issues.flatMap(fieldErrors) });
}

function fieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  const paths =
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
  return paths.map((path) => ({ path: path.join('.'), code: issue.code, message: issue.message }));
}

/** Parses what an adapter wants of `Instance.parameters`, or says why not as an outcome. */
export function parseParameters<Parameters>(
  schema: z.ZodType<Parameters>,
  parameters: JsonObject,
): { parameters: Parameters } | { refused: Failed } {
  const parsed = schema.safeParse(parameters);
  if (parsed.success) return { parameters: parsed.data };
  const fields = parsed.error.issues.flatMap(fieldErrors).map(({ path, message }) => `${path}: ${message}`);
  return { refused: failed('permanent', 'invalid_parameters', fields.join('; ')) };
}

/** Shortens and cleans `message`, which often holds a vendor's words. */
export function failed(
  failureClass: FailureClass,
  code: string,
  message: string,
  more: Pick<Failed, 'retryAfterSeconds' | 'usable'> = {},
): Failed {
  return { state: 'failed', class: failureClass, code, message: tidy(message), ...more };
}

/** A vendor's words made fit to store and show: one line, at most 300 characters. */
export function tidy(words: string): string {
  const line = words.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return line.length > 300 ? `${line.slice(0, 299)}…` : line;
}
