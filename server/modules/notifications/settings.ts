import { z } from 'zod';
import { email } from '../../kernel/http/shapes.ts';
import { defineSetting } from '../../kernel/settings.ts';

/** Where answers to mails of a conversation go: a mailbox that is read. Empty: nowhere, and mails say so. */
export const replySetting = defineSetting({
  key: 'notifications.replies',
  schema: z.object({ address: z.union([z.literal(''), email]) }),
  default: { address: '' },
});

/** How much goes along with one mail as attachments; what does not fit is linked. On its way a file grows by a third. */
export const enclosedSetting = defineSetting({
  key: 'notifications.attachments',
  schema: z.object({ maxMegabytes: z.int().min(0).max(25) }),
  default: { maxMegabytes: 10 },
});
