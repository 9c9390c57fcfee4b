export { markdown } from './domain/markdown.ts';
export type { Markdown } from './domain/markdown.ts';
export { readKnowledge } from './permissions.ts';
export { listAddresses } from './queries/read.ts';
export { articlesNamed } from './queries/search.ts';
