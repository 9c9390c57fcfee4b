import type { Json } from './values/json.ts';
import type { Locale } from './values/money.ts';

/** Turns a template and its data into a PDF. Slow (tens of milliseconds): never called while a transaction is open. */
export interface DocumentRenderer {
  /**
   * Resolves to the bytes of a tagged PDF (PDF/A-3a when every character has a glyph). The same template, data and options give
   * the same bytes on the same machine. Rejects with a `DocumentError`.
   */
  render(template: DocumentTemplate, data: Json, options: DocumentOptions): Promise<Uint8Array>;
}

/**
 * `source` is Typst markup written by us. It reads its data with `json(bytes(sys.inputs.data))`: what people typed arrives as
 * strings, is never markup, and cannot become code. The renderer sets the document's title and language itself.
 */
export interface DocumentTemplate {
  readonly name: string;
  readonly source: string;
}

/** `createdAt` is written into the PDF, in whole seconds: pass the instant of the event, not of the rendering. */
export interface DocumentOptions {
  readonly locale: Locale;
  readonly createdAt: Date;
  readonly title: string;
}

/**
 * `busy`: too many are waiting, try later. `timeout` and `crashed`: the worker was ended, the next document gets a new one.
 * `template`: it did not compile with this data, which is a bug in the template or its builder. `closed`: shutting down.
 */
export type DocumentFailure = 'busy' | 'timeout' | 'crashed' | 'template' | 'closed';

export class DocumentError extends Error {
  readonly reason: DocumentFailure;

  constructor(reason: DocumentFailure, message: string) {
    super(message);
    this.name = 'DocumentError';
    this.reason = reason;
  }
}

declare module './ports.ts' {
  interface Ports {
    readonly documents: DocumentRenderer;
  }
}
