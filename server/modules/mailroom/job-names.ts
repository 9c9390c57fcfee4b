import { z } from 'zod';

const one = z.object({ id: z.string() });

export const collectMail = { name: 'mailroom.collect-mail', input: one, retries: 2, firstWait: 10 } as const;
export const sortMail = { name: 'mailroom.sort-mail', input: one, retries: 8, firstWait: 5 } as const;
export const bringFiles = {
  name: 'mailroom.bring-files',
  input: z.object({ id: z.string(), ticket: z.string() }),
  retries: 8,
  firstWait: 5,
} as const;
export const forgetMail = { name: 'mailroom.forget-mail', input: one, retries: 3, firstWait: 30 } as const;
