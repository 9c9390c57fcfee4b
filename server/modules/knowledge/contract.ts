import { z } from 'zod';
import {
  ability,
  bilingualOut,
  id,
  idOut,
  instant,
  line,
  pageOf,
  pageQuery,
} from '../../kernel/http/shapes.ts';
import { problem } from '../../kernel/values/errors.ts';
import { articleStates } from './domain/article-states.ts';
import type { ArticleState } from './domain/article-states.ts';

const locale = z.enum(['id', 'en']);
const slug = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const icon = z.string().regex(/^[a-z][a-zA-Z]{0,39}$/);
const visibility = z.enum(['public', 'clients']);
const state = z.enum(articleStates.all as [ArticleState, ...ArticleState[]]);

// For readers. The language in the path is the one they read; an article that is not written in it comes in the other.

export const readingParams = z.object({ locale });
export const readCategoryParams = readingParams.extend({ category: slug(60) });
export const readArticleParams = readingParams.extend({ article: slug(80) });

const cardShape = z.object({
  slug: z.string(),
  title: z.string(),
  excerpt: z.string(),
  locale,
  /** Only those who are signed in see it. */
  clientsOnly: z.boolean(),
  updatedAt: instant,
});
export type ArticleCard = z.output<typeof cardShape>;

const categoryCard = z.object({
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  icon: z.string().nullable(),
});

export const shelvesShape = z
  .object({
    categories: z.array(categoryCard.extend({ articles: z.int() })),
    /** Those opened most in the last 30 days; six at most, and so the latest. */
    popular: z.array(cardShape),
    latest: z.array(cardShape),
  })
  .meta({ id: 'KnowledgeShelves' });
export type Shelves = z.output<typeof shelvesShape>;

export const categoryQuery = z.object(pageQuery);
export const categoryPageShape = categoryCard
  .extend({ items: z.array(cardShape), next: z.string().nullable() })
  .meta({ id: 'KnowledgeCategory' });
export type CategoryPage = z.output<typeof categoryPageShape>;

export const searchQuery = z.object({
  /** Without words nothing is found, and nothing counted. */
  q: z.string().trim().max(200).default(''),
  category: slug(60).optional(),
});
/** A text in pieces, some of which are words that were looked for. */
const pieces = z.array(z.object({ text: z.string(), marked: z.boolean() }));
export type Pieces = z.output<typeof pieces>;
export const foundShape = z
  .object({
    /** The best first; twenty at most. */
    items: z.array(
      z.object({
        slug: z.string(),
        locale,
        title: pieces,
        excerpt: pieces,
        category: z.object({ slug: z.string(), name: z.string() }),
        clientsOnly: z.boolean(),
      }),
    ),
    /** What was searched instead, when nothing was found for the words as they were typed. */
    corrected: z.string().nullable(),
  })
  .meta({ id: 'KnowledgeFound' });
export type FoundArticles = z.output<typeof foundShape>;

const headings = z.array(z.object({ id: z.string(), title: z.string(), level: z.int() }));
export const articleShape = z
  .object({
    slug: z.string(),
    title: z.string(),
    /** Safe to show as it is. */
    html: z.string(),
    /** The headings with the ids they have in `html`. */
    contents: headings,
    locale,
    /** Every language it can be read in. */
    locales: z.array(locale),
    category: z.object({ slug: z.string(), name: z.string() }),
    tags: z.array(z.string()),
    clientsOnly: z.boolean(),
    updatedAt: instant,
    /** What the reader answered when asked whether it helped; null for visitors. */
    helpful: z.boolean().nullable(),
    related: z.array(cardShape),
  })
  .meta({ id: 'KnowledgeArticle' });
export type Article = z.output<typeof articleShape>;

const comment = z
  .string()
  .trim()
  .max(1000)
  .refine((text) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text), {
    message: 'no control characters',
  });
export const feedbackBody = z.object({ helpful: z.boolean(), comment: comment.default('') });
/** `browse` from a list or a link, `search` from results, `ticket` from the suggestions beside a new ticket. */
export const openingBody = z.object({ from: z.enum(['browse', 'search', 'ticket']) });

// For somebody who writes a ticket.

export const suggestionsQuery = z.object({ text: z.string().trim().max(2000) });
/** What a visitor's message is about; never the message. */
export const subjectQuery = z.object({ text: z.string().trim().max(200) });
export const suggestionsShape = z
  .object({
    /** The best first; five at most, and none rather than a bad one. In the reader's language where there is one. */
    items: z.array(z.object({ slug: z.string(), title: z.string(), excerpt: z.string(), locale })),
  })
  .meta({ id: 'KnowledgeSuggestions' });
export type Suggestions = z.output<typeof suggestionsShape>;

/** An id made by the page, one for each ticket that is being written. */
export const askingParams = z.object({ asking: id('asking') });
/** Suggestions were shown, and perhaps one was opened. Whether a ticket came all the same is seen from the tickets. */
export const askingBody = z.object({ opened: z.boolean() });

// For staff.

const name = z.object({ id: line(80), en: line(80) });
const sentence = z.string().trim().max(200);
const description = z.object({ id: sentence, en: sentence });

const categoryShape = z
  .object({
    id: idOut,
    slug: z.string(),
    name: bilingualOut,
    description: bilingualOut,
    icon: z.string().nullable(),
    articles: z.int(),
    version: z.int(),
  })
  .meta({ id: 'KnowledgeCategoryForStaff' });
export type Category = z.output<typeof categoryShape>;
export const categoriesShape = z.object({ items: z.array(categoryShape) });
export type Categories = z.output<typeof categoriesShape>;
const categoryFields = { slug: slug(60), name, description, icon: icon.nullable() };
export const categoryBody = z.object(categoryFields);
export const categoryPatch = z.object(categoryFields).partial();
export const categoryParams = z.object({ category: id('category') });
/** Every category once, in the new order. */
export const orderBody = z.object({ categories: z.array(id('category')).max(500) });

const text = (max: number) =>
  z
    .string()
    .max(max)
    .refine((value) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ue000\ue001]/.test(value), {
      message: 'no control characters',
    });
const textIn = z.object({
  title: text(150).transform((value) => value.replace(/\s+/g, ' ').trim()),
  body: text(60_000),
  shown: z.boolean(),
});
const textOut = z.object({ title: z.string(), body: z.string(), shown: z.boolean() });
const tag = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} -]{0,39}$/u);
const tags = z
  .array(tag)
  .max(15)
  .transform((all) => [...new Set(all)]);

const articleFields = {
  slug: slug(80),
  category: id('category'),
  visibility,
  texts: z.object({ id: textIn, en: textIn }),
  tags,
  position: z.int().min(0).max(10_000),
};
export const articleBody = z.object({ ...articleFields, position: articleFields.position.default(100) });
export const articlePatch = z.object(articleFields).partial();
export const articleParams = z.object({ article: id('article') });
export const versionParams = articleParams.extend({ number: z.coerce.number().int().min(1).max(1_000_000) });

export const articlesQuery = z.object({
  ...pageQuery,
  state: state.optional(),
  category: id('category').optional(),
  visibility: visibility.optional(),
  /** Those that are not written in this language. */
  missing: locale.optional(),
  /** Those with edits that readers do not have yet. */
  changed: z.literal('true').optional(),
  q: z.string().trim().max(100).optional(),
});
const score = z.object({ yes: z.int(), no: z.int() });
const staffRow = {
  id: idOut,
  slug: z.string(),
  state,
  visibility,
  category: z.object({ id: idOut, name: bilingualOut }),
  tags: z.array(z.string()),
  changed: z.boolean(),
  editedAt: instant,
  editedBy: z.string(),
  publishedAt: instant.nullable(),
  helpful: score,
  /** Times it was opened in the last 30 days. */
  opened: z.int(),
};
const articleRowShape = z
  .object({ ...staffRow, titles: bilingualOut, locales: z.array(locale) })
  .meta({ id: 'KnowledgeArticleRow' });
export type ArticleRow = z.output<typeof articleRowShape>;
export const articleRows = pageOf(articleRowShape);

export const staffArticleShape = z
  .object({
    ...staffRow,
    position: z.int(),
    texts: z.object({ id: textOut, en: textOut }),
    version: z.int(),
    /** The latest fifty, the newest first. */
    versions: z.array(z.object({ number: z.int(), publishedAt: instant, publishedBy: z.string() })),
    comments: z.array(z.object({ helpful: z.boolean(), comment: z.string(), givenAt: instant })),
    can: z.object({
      publish: ability,
      unpublish: ability,
      archive: ability,
      reopen: ability,
      delete: ability,
      changeSlug: ability,
    }),
  })
  .meta({ id: 'KnowledgeArticleForStaff' });
export type StaffArticle = z.output<typeof staffArticleShape>;

export const versionShape = z
  .object({
    number: z.int(),
    publishedAt: instant,
    publishedBy: z.string(),
    texts: z.object({ id: textOut, en: textOut }),
  })
  .meta({ id: 'KnowledgeVersion' });
export type Version = z.output<typeof versionShape>;

export const previewBody = z.object({ body: text(60_000) });
export const previewShape = z.object({ html: z.string(), contents: headings });
export type Preview = z.output<typeof previewShape>;

export const insightsShape = z
  .object({
    /** Searches that found nothing, the most frequent first; a hundred at most. */
    misses: z.array(z.object({ query: z.string(), locale, times: z.int(), lastAt: instant })),
    /** Of the last 30 days: people who began a ticket and were shown articles. */
    deflection: z.object({
      shown: z.int(),
      opened: z.int(),
      /** Sent a ticket within a day all the same. */
      asked: z.int(),
      /** Opened an article and sent no ticket within a day. */
      answered: z.int(),
    }),
    /** Comments of readers, the latest first; thirty at most. */
    comments: z.array(
      z.object({
        article: z.object({ id: idOut, titles: bilingualOut }),
        helpful: z.boolean(),
        comment: z.string(),
        givenAt: instant,
      }),
    ),
  })
  .meta({ id: 'KnowledgeInsights' });
export type Insights = z.output<typeof insightsShape>;
export const missBody = z.object({ query: z.string().min(1).max(100), locale });

export const slugTaken = problem('slug_taken', 409, 'This address is used by another one already.');
export const notPossible = problem('not_possible', 409, 'This cannot be done with the article as it is.');
export const categoryInUse = problem(
  'category_in_use',
  409,
  'There are articles in this category. Move them first.',
);
export const orderIncomplete = problem(
  'order_incomplete',
  409,
  'The order must name every category once. Somebody may have added or removed one.',
);
