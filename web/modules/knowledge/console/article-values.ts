import type { StaffArticle } from '../../../../server/modules/knowledge/contract.ts';
import { slugOf } from '../shared/slug-of.ts';

/** An article as its form holds it: tags and position as they are typed. */
export interface ArticleValues {
  texts: StaffArticle['texts'];
  category: string;
  visibility: StaffArticle['visibility'];
  tags: string;
  slug: string;
  position: string;
}

export type Language = keyof ArticleValues['texts'];

export function newArticle(category: string): ArticleValues {
  const empty = { title: '', body: '', shown: true };
  return {
    texts: { id: empty, en: empty },
    category,
    visibility: 'public',
    tags: '',
    slug: '',
    position: '100',
  };
}

export function valuesOf(article: StaffArticle): ArticleValues {
  const { texts, category, visibility, tags, slug, position } = article;
  return {
    texts,
    category: category.id,
    visibility,
    tags: tags.join(', '),
    slug,
    position: String(position),
  };
}

export function bodyOf({ tags, slug, position, texts, ...same }: ArticleValues) {
  return {
    ...same,
    texts,
    tags: tags
      .split(',')
      .map((tag) => tag.trim())
      .filter(Boolean),
    slug: slug.trim() || suggestedSlug(texts),
    position: Number(position) || 0,
  };
}

/** Indonesian first, as most readers are. */
export function suggestedSlug(texts: ArticleValues['texts']): string {
  return slugOf(texts.id.title || texts.en.title, 80);
}
