import { Problem } from '../../../kernel/values/errors.ts';
import { unknownUpload } from '../contract.ts';

/** An upload that no message has taken within a day is on its way out. */
export const uploadHours = 24;

/** Uploads from before this instant are not taken any more. */
export function uploadedAfter(now: Date): Date {
  return new Date(now.getTime() - uploadHours * 3_600_000);
}

/** Errors: `unknown_upload`. A message is never posted with fewer files than its author sees. */
export function requireAll(files: readonly string[], attached: number): void {
  if (attached !== new Set(files).size) throw new Problem(unknownUpload);
}
