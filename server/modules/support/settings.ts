import { z } from 'zod';
import { defineSetting } from '../../kernel/settings.ts';

const minutes = z.int().min(1).max(43_200);

export const ticketRules = defineSetting({
  key: 'support.tickets',
  schema: z.object({
    /** Days in which a reply opens a settled ticket again; later it opens one that goes on from it. */
    reopenDays: z.int().min(1).max(365),
    /** Minutes in which an answer may usually be expected. */
    answerMinutes: z.object({ emergency: minutes, high: minutes, normal: minutes, low: minutes }),
  }),
  default: { reopenDays: 14, answerMinutes: { emergency: 60, high: 240, normal: 480, low: 1440 } },
});

/** No file is larger than this, whatever the setting says. */
export const hardLimitMegabytes = 100;

export const fileRules = defineSetting({
  key: 'support.files',
  schema: z.object({ maxMegabytes: z.int().min(1).max(hardLimitMegabytes) }),
  default: { maxMegabytes: 10 },
});
