import { z } from 'zod';
import { defineEvent } from '../../kernel/events/define.ts';

const plain = { audience: 'staff', data: z.object({}) } as const;
const changed = { audience: 'staff', data: z.object({ fields: z.array(z.string()) }) } as const;

export const categoryAdded = defineEvent('knowledge.category-added', plain);
export const categoryChanged = defineEvent('knowledge.category-changed', changed);
export const categoryRemoved = defineEvent('knowledge.category-removed', plain);
export const categoriesOrdered = defineEvent('knowledge.categories-ordered', plain);

export const articleAdded = defineEvent('knowledge.article-added', plain);
export const articleChanged = defineEvent('knowledge.article-changed', changed);
export const articlePublished = defineEvent('knowledge.article-published', {
  audience: 'staff',
  data: z.object({ version: z.int(), locales: z.array(z.enum(['id', 'en'])) }),
});
export const articleUnpublished = defineEvent('knowledge.article-unpublished', plain);
export const articleArchived = defineEvent('knowledge.article-archived', plain);
export const articleReopened = defineEvent('knowledge.article-reopened', plain);
/** The text of an earlier version became the draft again. */
export const versionRestored = defineEvent('knowledge.version-restored', {
  audience: 'staff',
  data: z.object({ version: z.int() }),
});
export const articleDeleted = defineEvent('knowledge.article-deleted', plain);
export const feedbackGiven = defineEvent('knowledge.feedback-given', {
  audience: 'staff',
  data: z.object({ helpful: z.boolean() }),
});
