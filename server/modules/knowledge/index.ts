export { markdown, namedIn } from './domain/markdown.ts';
export type { Known, Markdown, Named, Picture } from './domain/markdown.ts';
export { readKnowledge } from './permissions.ts';
export { listAddresses } from './queries/read.ts';
export { articlesNamed } from './queries/search.ts';
