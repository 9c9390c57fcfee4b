import { z } from 'zod';
import { defineEvent } from '../../kernel/events/define.ts';

const level = z.int();
const of = { escalationId: z.string(), level };

/** By a rule, or by hand where there is none. */
export const ticketEscalated = defineEvent('escalation.ticket-escalated', {
  audience: 'staff',
  data: z.object({ ...of, ruleId: z.string().nullable() }),
});
/** Nobody acknowledged in time. */
export const levelRaised = defineEvent('escalation.level-raised', {
  audience: 'staff',
  data: z.object(of),
});
/** The last level was told again. */
export const noticeRepeated = defineEvent('escalation.notice-repeated', {
  audience: 'staff',
  data: z.object({ ...of, times: z.int() }),
});
/** The last level was told as often as it may be, and nobody acknowledged. */
export const noticesExhausted = defineEvent('escalation.notices-exhausted', {
  audience: 'staff',
  data: z.object(of),
});
export const escalationAcknowledged = defineEvent('escalation.escalation-acknowledged', {
  audience: 'staff',
  data: z.object(of),
});
export const escalationCleared = defineEvent('escalation.escalation-cleared', {
  audience: 'staff',
  data: z.object({ ...of, ended: z.enum(['settled', 'over', 'taken_back']) }),
});

export const ruleSaved = defineEvent('escalation.rule-saved', {
  audience: 'staff',
  data: z.object({ active: z.boolean() }),
});
export const ruleRemoved = defineEvent('escalation.rule-removed', { audience: 'staff', data: z.object({}) });
export const levelSaved = defineEvent('escalation.level-saved', {
  audience: 'staff',
  data: z.object({ level }),
});
export const rotaSaved = defineEvent('escalation.rota-saved', { audience: 'staff', data: z.object({}) });
export const rotaRemoved = defineEvent('escalation.rota-removed', { audience: 'staff', data: z.object({}) });
export const swapAdded = defineEvent('escalation.swap-added', {
  audience: 'staff',
  data: z.object({ swapId: z.string() }),
});
export const swapRemoved = defineEvent('escalation.swap-removed', {
  audience: 'staff',
  data: z.object({ swapId: z.string() }),
});
