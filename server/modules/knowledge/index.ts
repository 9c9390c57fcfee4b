export { markdown } from './domain/markdown.ts';
export type { Markdown } from './domain/markdown.ts';
