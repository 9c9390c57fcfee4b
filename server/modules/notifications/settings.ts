import { z } from 'zod';
import { email } from '../../kernel/http/shapes.ts';
import { defineSetting } from '../../kernel/settings.ts';

/** Where answers to mails of a conversation go: a mailbox that is read. Empty: nowhere, and mails say so. */
export const replySetting = defineSetting({
  key: 'notifications.replies',
  schema: z.object({ address: z.union([z.literal(''), email]) }),
  default: { address: '' },
});
