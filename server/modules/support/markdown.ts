import { markdown } from '../knowledge/index.ts';
import type { Known } from '../knowledge/index.ts';

const message = markdown('message');

/** A message as HTML that is safe to show: what people write in a ticket needs neither headings nor tables, and no pictures from elsewhere. */
export const renderMessage = (text: string, known: Known): string => message.render(text, known);

/** What a message says itself, without what it quotes and without code. */
export const saidIn = (text: string): string => message.said(text);
