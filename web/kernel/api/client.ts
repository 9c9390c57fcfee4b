import { presenceHeaders } from '../session/presence.ts';
import { ApiProblem, type ProblemBody } from './problem.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

interface Options {
  body?: unknown;
  /** One per intention of the person; the server answers a repeated key with the first result. */
  key?: string;
  /** Version of the record being edited, from its `version` field. */
  version?: number | string;
  signal?: AbortSignal;
}

/** Longest a person waits for an answer before being told that none came, in milliseconds. */
const patience = 30_000;

function headersOf({ body, key, version }: Options): Record<string, string> {
  return {
    accept: 'application/json',
    ...presenceHeaders(),
    ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
    ...(key === undefined ? {} : { 'idempotency-key': key }),
    ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
  };
}

async function answer(method: Method, url: string, options: Options): Promise<Response> {
  const late = AbortSignal.timeout(patience);
  try {
    return await fetch(url, {
      method,
      headers: headersOf(options),
      body: options.body instanceof FormData ? options.body : JSON.stringify(options.body),
      signal: options.signal ? AbortSignal.any([options.signal, late]) : late,
    });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new ApiProblem({ status: 0, code: late.aborted ? 'timeout' : 'offline' });
  }
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const body = (await response.json().catch(() => null)) as Partial<ProblemBody> | null;
  const code =
    response.status === 429 ? 'too_many_requests' : response.status >= 500 ? 'unexpected' : 'refused';
  return new ApiProblem({ code, ...body, status: response.status });
}

let onSignedOut = () => {};

/** Says what to do when an answer tells that the session is over. */
export function whenSignedOut(react: () => void): void {
  onSignedOut = react;
}

/** What is not asked through here tells too that the session is over. */
export const noteSignedOut = (): void => onSignedOut();

let onStepOwed = () => {};

/** Says what to do when an answer tells that this session has to take a second step first. */
export function whenStepOwed(react: () => void): void {
  onStepOwed = react;
}

let askProof = () => Promise.resolve(false);

/** Says how to ask for a proof that it is still the same person; the answer is whether it was given. */
export function whenProofRequired(ask: () => Promise<boolean>): void {
  askProof = ask;
}

async function send<T>(method: Method, url: string, options: Options = {}): Promise<T> {
  const response = await answer(method, url, options);
  if (!response.ok) {
    const problem = await problemOf(response);
    if (problem.code === 'not_signed_in') onSignedOut();
    if (problem.code === 'second_step_required') onStepOwed();
    // The same request again, with its key: it was refused at the door, before anything happened.
    if (problem.code === 'proof_required' && (await askProof())) return send(method, url, options);
    throw problem;
  }
  return (response.status === 204 ? undefined : await response.json()) as T;
}

/**
 * The API, typed by each module's contract: `api.get<Invoice>(url)`. Throws `ApiProblem` on every refusal.
 * `key` is the idempotency key that `useAct` and `useForm` hand out; `version` guards edits against lost updates.
 */
export const api = {
  get: <T>(url: string, signal?: AbortSignal) => send<T>('GET', url, { signal }),
  post: <T>(url: string, body: unknown, key: string, version?: number) =>
    send<T>('POST', url, { body: body ?? {}, key, version }),
  put: <T>(url: string, body: unknown, version?: number | string) => send<T>('PUT', url, { body, version }),
  patch: <T>(url: string, body: unknown, version?: number | string) =>
    send<T>('PATCH', url, { body, version }),
  delete: <T = void>(url: string, version?: number | string) => send<T>('DELETE', url, { version }),
};
