/** The words of RFC 7644, table 9, for what was wrong with a request. */
export type ScimType =
  | 'invalidFilter'
  | 'uniqueness'
  | 'mutability'
  | 'invalidSyntax'
  | 'invalidPath'
  | 'noTarget'
  | 'invalidValue';

/** What a request asks cannot be done; `detail` is for whoever reads the log of a directory, and repeats nothing that was sent. */
export class Refused extends Error {
  readonly type: ScimType;

  constructor(type: ScimType, detail: string) {
    super(detail);
    this.type = type;
  }
}
