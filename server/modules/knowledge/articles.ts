import { excerptOf } from './domain/excerpt.ts';
import { markdown } from './domain/markdown.ts';

const article = markdown('article');

/** The body of an article as HTML that is safe to show, with its headings. */
export const renderArticle = article.outline;

/** How an article begins, for lists. */
export const excerptOfArticle = (body: string): string => excerptOf(article.prose(body));

/** The body without its marks. The two characters that frame found words in search results are not part of any text. */
export const plainArticle = (body: string): string => article.plain(body).replace(/[\ue000\ue001]/g, '');
