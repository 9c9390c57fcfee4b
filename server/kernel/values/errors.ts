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
}

export function problem<const Code extends string>(
  code: Code,
  status: ProblemKind['status'],
  title: string,
): ProblemKind & { readonly code: Code } {
  return { code, status, title };
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
export const invalidInput = problem('invalid_input', 400, 'Some of what was sent cannot be used.');
export const notSignedIn = problem('not_signed_in', 401, 'Sign in first.');
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
export const tooMany = problem('too_many_requests', 429, 'Too many requests. Wait a little and try again.');

/** A bug or a broken environment, never shown in detail: the condition was promised by the code around it. */
export function assert(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(`broken promise: ${what}`);
}
