import type { TicketForm } from '../../../../server/modules/support/contract.ts';

/** As many as the server takes with one message. */
export const mostFiles = 10;

export type Refusal = 'too_many' | 'type' | 'empty' | 'too_large';
export type Rules = Pick<TicketForm, 'maxFileBytes' | 'fileEndings'>;

/** Why a file cannot be attached, as far as can be said before sending it; null when it can. `taken`: how many there are already. */
export function refusalOf(
  { name, size }: Pick<File, 'name' | 'size'>,
  rules: Rules,
  taken: number,
): Refusal | null {
  if (taken >= mostFiles) return 'too_many';
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase();
  if (!ending || !rules.fileEndings.includes(ending)) return 'type';
  if (size === 0) return 'empty';
  return size > rules.maxFileBytes ? 'too_large' : null;
}

const shown = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** Whether browsers can show it as a picture. */
export const isPicture = (type: string): boolean => shown.has(type);
