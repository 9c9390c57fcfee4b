import { markdown } from '../knowledge/index.ts';

const message = markdown('message');

/** A message as HTML that is safe to show: what people write in a ticket needs neither headings, tables nor pictures. */
export const renderMessage = (text: string): string => message.render(text);
