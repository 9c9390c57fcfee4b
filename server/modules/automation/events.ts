import { z } from 'zod';
import { defineEvent } from '../../kernel/events/define.ts';

const shared = z.object({ shared: z.boolean() });

export const replySaved = defineEvent('automation.reply-saved', { audience: 'staff', data: shared });
export const replyRemoved = defineEvent('automation.reply-removed', { audience: 'staff', data: shared });
export const macroSaved = defineEvent('automation.macro-saved', { audience: 'staff', data: shared });
export const macroRemoved = defineEvent('automation.macro-removed', { audience: 'staff', data: shared });
/** All that it did has facts of its own. */
export const macroApplied = defineEvent('automation.macro-applied', {
  audience: 'staff',
  data: z.object({ macroId: z.string() }),
});
export const ruleSaved = defineEvent('automation.rule-saved', {
  audience: 'staff',
  data: z.object({ active: z.boolean() }),
});
export const ruleRemoved = defineEvent('automation.rule-removed', { audience: 'staff', data: z.object({}) });
/** It did something to the ticket, or could not. */
export const ruleRan = defineEvent('automation.rule-ran', {
  audience: 'staff',
  data: z.object({ ruleId: z.string(), problem: z.string().nullable() }),
});
