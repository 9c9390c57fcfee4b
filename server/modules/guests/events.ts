import { z } from 'zod';
import { defineEvent } from '../../kernel/events/define.ts';

/** Somebody without an account proved their address, and what they asked came in. */
export const guestVerified = defineEvent('guests.guest-verified', {
  audience: 'staff',
  data: z.object({ ticketId: z.string() }),
});
/** The same with an order: it was placed. */
export const guestOrdered = defineEvent('guests.guest-ordered', {
  audience: 'staff',
  data: z.object({ orderId: z.string() }),
});
/**
 * `into`: the guest's own organization where the person became its owner or has it below one of theirs, else the one the tickets went
 * to.
 */
export const guestClaimed = defineEvent('guests.guest-claimed', {
  data: z.object({ from: z.string(), into: z.string(), by: z.string(), tickets: z.int() }),
});
