import { z } from 'zod';
import type { CardInHand } from './records.ts';
import { type CardField, cardFields, type CardFormState } from './pages/card.ts';
import { testCardWithNumber } from './test-cards.ts';

const text = z.string().max(100).catch('');
const posted = z.object({ number: text, expiry: text, cvc: text, holder: text });

/** The test card that was typed, or the form to show again. What is typed is neither stored nor logged. */
export function readCard(body: unknown, now: Date): { card: CardInHand } | CardFormState {
  const typed = posted.parse(body ?? {});
  const number = typed.number.replace(/[\s-]/g, '');
  const card = testCardWithNumber(number);
  const expires = readExpiry(typed.expiry, now);
  const right: Record<CardField, boolean> = {
    number: card !== undefined,
    expiry: expires !== undefined,
    cvc: /^\s*\d{3}\s*$/.test(typed.cvc),
    holder: typed.holder.trim() !== '',
  };
  const wrong = cardFields.filter((name) => !right[name]);
  if (!card || !expires || wrong.length > 0) {
    // A number that is no test card may be somebody's real one: it is not sent back either.
    return { typed: { ...typed, cvc: '', number: card ? typed.number : '' }, wrong };
  }
  return { card: { testCard: card.name, brand: card.brand, last4: number.slice(-4), expires } };
}

/** 'MM/YY', valid to the end of its month. */
function readExpiry(text: string, now: Date): CardInHand['expires'] | undefined {
  const parts = /^\s*(0?[1-9]|1[0-2])\s*\/?\s*(\d{2})\s*$/.exec(text);
  if (!parts) return undefined;
  const expires = { month: Number(parts[1]), year: 2000 + Number(parts[2]) };
  return Date.UTC(expires.year, expires.month) > now.getTime() ? expires : undefined;
}
