import type { PageWords } from './page-words.ts';
import { en } from './words-en.ts';
import { id } from './words-id.ts';

export type Language = 'id' | 'en';

export const words: Record<Language, PageWords> = { id, en };
