import type { z } from 'zod';

/** How a route speaks where a standard prescribes it to us, instead of the way all other routes do. */
export interface Dialect {
  /** Of answers, and of bodies besides application/json. */
  readonly mediaType: string;
  /** An expected or unexpected failure, as the standard tells it. */
  readonly failure: (told: Failure) => object;
  readonly failureShape: z.ZodType;
  /** What of an answer is told in headers too. */
  readonly headers: (answer: object) => Record<string, string>;
}

export interface Failure {
  status: number;
  code: string;
  detail: string;
}
