import type { components } from './schema.gen.ts';

type Document = components['schemas']['Problem'];

/** The API said no. `code` is stable and meant for programs, `message` for people who read logs. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  /** The places of the input that were refused. */
  readonly fields: NonNullable<Document['fields']>;
  readonly facts: NonNullable<Document['facts']>;
  /** Names the request in the server's log. */
  readonly requestId: string | null;

  constructor(document: Partial<Document> & { status: number }) {
    super(document.detail ?? document.title ?? `HTTP ${document.status}`);
    this.name = 'ApiProblem';
    this.status = document.status;
    this.code = document.code ?? 'unknown';
    this.fields = document.fields ?? [];
    this.facts = document.facts ?? {};
    this.requestId = document.requestId ?? null;
  }

  /** Also of answers that are no problem documents, such as those of a proxy. */
  static async of(answer: Response): Promise<ApiProblem> {
    const document = (await answer.json().catch(() => ({}))) as Partial<Document>;
    return new ApiProblem({ ...document, status: answer.status });
  }
}
