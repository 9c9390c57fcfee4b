/** One place in the input that was refused: `path` as in JSON ('lines.0.quantity'), `code` a stable word for translation. */
export interface FieldError {
  path: string;
  code: string;
  message: string;
}

/**
 * An expected failure that is part of a contract. `code` is stable and translated by the web; `status` is its HTTP status;
 * `title` is one plain English sentence for those who read the API raw.
 */
export interface ProblemKind {
  readonly code: string;
  readonly status: 400 | 401 | 402 | 403 | 404 | 409 | 410 | 412 | 413 | 415 | 422 | 428 | 429 | 502 | 503;
  readonly title: string;
  /** It may be a sign of somebody trying to get around, so staff can see who met it. */
  readonly sign?: Sign;
}

/**
 * What a refusal may be a sign of: reaching for what is not theirs, sending from another site, too much, with a forged proof, with one used
 * before, guessing, sending what does not fit. `asked`: somebody was asked to sign in or to prove themselves, which is no sign of anything.
 */
export type Sign = 'access' | 'origin' | 'rate' | 'forged' | 'replayed' | 'guess' | 'input' | 'asked';

export function problem<const Code extends string>(
  code: Code,
  status: ProblemKind['status'],
  title: string,
  sign?: Sign,
): ProblemKind & { readonly code: Code } {
  return { code, status, title, ...(sign === undefined ? {} : { sign }) };
}

/** Throw it where the contract says so: the HTTP layer answers with an RFC 9457 document, a job records it. */
export class Problem extends Error {
  readonly kind: ProblemKind;
  readonly fields: readonly FieldError[];
  /** Facts for the reader of the answer (a date, a limit); never secrets or other people's data. */
  readonly facts: Readonly<Record<string, string | number | boolean>>;

  constructor(
    kind: ProblemKind,
    more: {
      detail?: string;
      fields?: readonly FieldError[];
      facts?: Record<string, string | number | boolean>;
    } = {},
  ) {
    super(more.detail ?? kind.title);
    this.name = 'Problem';
    this.kind = kind;
    this.fields = more.fields ?? [];
    this.facts = more.facts ?? {};
  }
}

export const notFound = problem('not_found', 404, 'There is no such thing, or you may not see it.');
export const invalidInput = problem('invalid_input', 400, 'Some of what was sent cannot be used.', 'input');
export const notSignedIn = problem('not_signed_in', 401, 'Sign in first.');
export const proofRequired = problem(
  'proof_required',
  403,
  'Prove that it is still you (PUT /api/session/proof), then repeat the request.',
);
export const secondStepRequired = problem(
  'second_step_required',
  403,
  'Set up a second step for signing in first.',
);
export const notForKeys = problem(
  'not_for_keys',
  403,
  'This API key cannot be used for that. Somebody has to sign in, or use a key of their own where the API says so.',
);
export const networkNotAllowed = problem(
  'network_not_allowed',
  403,
  'This API key may not be used from this network.',
);
export const changedMeanwhile = problem(
  'changed_meanwhile',
  412,
  'It was changed by somebody else in the meantime.',
);
export const versionRequired = problem(
  'version_required',
  428,
  'Say which version you are changing with If-Match.',
);
export const tooMany = problem(
  'too_many_requests',
  429,
  'Too many requests. Wait a little and try again.',
  'rate',
);

/** A bug or a broken environment, never shown in detail: the condition was promised by the code around it. */
export function assert(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(`broken promise: ${what}`);
}
