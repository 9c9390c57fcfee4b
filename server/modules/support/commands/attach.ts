import { Problem } from '../../../kernel/values/errors.ts';
import { unknownUpload } from '../contract.ts';

/** An upload that neither a message nor a draft has taken within a day is swept away. */
export const uploadHours = 24;
/** Days after which a draft that nobody changed goes, and its uploads with it. */
export const draftDays = 30;

/** Uploads from before this instant are not taken any more: no draft could have kept them. */
export function uploadedAfter(now: Date): Date {
  return new Date(now.getTime() - 2 * draftDays * 86_400_000);
}

/** Errors: `unknown_upload`. A message is never posted with fewer files than its author sees. */
export function requireAll(files: readonly string[], attached: number): void {
  if (attached !== new Set(files).size) throw new Problem(unknownUpload);
}
