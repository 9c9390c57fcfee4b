export interface FieldProblem {
  /** Dotted path of the field in the body. */
  path: string;
  code: string;
  message?: string;
}

/** RFC 9457 body of every refusal. */
export interface ProblemBody {
  type?: string;
  title?: string;
  status: number;
  code: string;
  detail?: string;
  fields?: FieldProblem[];
  facts?: Record<string, unknown>;
  requestId?: string;
}

/** Anything that kept a request from succeeding. `status` 0 means that no answer came (`offline`, `timeout`). */
export class ApiProblem extends Error {
  readonly body: ProblemBody;

  constructor(body: ProblemBody) {
    super(`${body.status} ${body.code}`);
    this.name = 'ApiProblem';
    this.body = body;
  }

  get status(): number {
    return this.body.status;
  }

  get code(): string {
    return this.body.code;
  }

  get fields(): FieldProblem[] {
    return this.body.fields ?? [];
  }

  /** True when the request may or may not have been carried out: asking again with the same key is safe. */
  get unanswered(): boolean {
    return this.status === 0 || this.status >= 500;
  }
}

/** Any thrown thing as a problem; programming errors become `unexpected`. */
export function toProblem(error: unknown): ApiProblem {
  return error instanceof ApiProblem ? error : new ApiProblem({ status: 500, code: 'unexpected' });
}
