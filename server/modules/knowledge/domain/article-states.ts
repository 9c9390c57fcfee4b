import { defineStates, unless } from '../../../kernel/values/state-machine.ts';
import type { Ability, StateOf } from '../../../kernel/values/state-machine.ts';
import type { Locale } from '../../../kernel/values/money.ts';

/** A published article can be published again: that is how its edits reach readers. */
export const articleStates = defineStates({
  draft: ['published', 'archived'],
  published: ['published', 'draft', 'archived'],
  archived: ['draft'],
});
export type ArticleState = StateOf<typeof articleStates>;

export interface ArticleText {
  title: string;
  /** Markdown. */
  body: string;
  /** Whether readers are to get the article in this language. */
  shown: boolean;
}
export type ArticleTexts = Readonly<Record<Locale, ArticleText>>;

export const locales: readonly Locale[] = ['id', 'en'];

/** The languages in which an article would be published. */
export function shownLocales(texts: ArticleTexts): Locale[] {
  return locales.filter((locale) => texts[locale].shown);
}

const isUnfinished = ({ shown, title, body }: ArticleText) => shown && (title === '' || body === '');

/** What staff may do with an article. Addresses stay once they were published, so that links to them keep leading somewhere. */
export function abilitiesOf(article: {
  state: ArticleState;
  texts: ArticleTexts;
  changed: boolean;
  publishedVersion: number;
}): Record<'publish' | 'unpublish' | 'archive' | 'reopen' | 'delete' | 'changeSlug', Ability> {
  const { state, texts, changed, publishedVersion } = article;
  const everPublished = publishedVersion > 0;
  return {
    publish: unless({
      archived: !articleStates.canMove(state, 'published'),
      no_language: shownLocales(texts).length === 0,
      unfinished: locales.some((locale) => isUnfinished(texts[locale])),
      nothing_changed: state === 'published' && !changed,
    }),
    unpublish: unless({ not_published: state !== 'published' }),
    archive: unless({ archived: !articleStates.canMove(state, 'archived') }),
    reopen: unless({ not_archived: state !== 'archived' }),
    delete: unless({ was_published: everPublished }),
    changeSlug: unless({ was_published: everPublished }),
  };
}
