import type { Failure } from '../domain/failures.ts';

/** What does not hold about an answer: the reason for people, and what exactly, for whoever reads the log. */
export class Refused extends Error {
  readonly why: Failure;

  constructor(why: Failure, what: string) {
    super(what);
    this.why = why;
  }
}
