import { markdown } from '../knowledge/index.ts';
import type { Named } from '../knowledge/index.ts';

const message = markdown('message');

/**
 * A message as HTML that is safe to show: what people write in a ticket needs neither headings, tables nor pictures. `names`: whom it
 * mentions, by handle.
 */
export const renderMessage = (text: string, names?: ReadonlyMap<string, Named>): string =>
  message.render(text, names);

/** What a message says itself, without what it quotes and without code. */
export const saidIn = (text: string): string => message.said(text);
