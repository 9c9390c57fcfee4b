import MarkdownIt from 'markdown-it';
import { pictureAt } from '../../../kernel/values/placed-picture.ts';

/**
 * `article`: everything but pictures. `message`: without headings, tables and rules too, and a line break is one; of pictures only those of
 * its own files, where they are known.
 * HTML in the text is shown as the text it is; the tags and attributes that come out are listed in the tests.
 */
export type MarkdownFlavor = 'article' | 'message';

const notForAnyone = ['image', 'reference'];
const notForMessages = ['heading', 'lheading', 'hr', 'table'];

type Parser = InstanceType<typeof MarkdownIt>;
type Token = ReturnType<Parser['parse']>[number];
type Inline = Parameters<Parameters<Parser['inline']['ruler']['push']>[1]>[0];

/** `level` 2 to 4: the title of the page is 1. */
export interface Heading {
  id: string;
  title: string;
  level: number;
}

export interface Named {
  name: string;
  /** Whoever reads it. */
  me: boolean;
}

/** Where a picture is got, and what its file is called. */
export interface Picture {
  url: string;
  name: string;
}

/** What the words of one text stand for. */
export interface Known {
  /** Words after an `@` (small letters); where one is said plainly, the name is shown and marked instead. */
  names?: ReadonlyMap<string, Named> | undefined;
  /** Files whose pictures may be shown, by id. Of others their words are. */
  pictures?: ReadonlyMap<string, Picture> | undefined;
}

/** A word after an `@` that no word touches: what is before it, and the word. */
const namedWord = /(^|[^\p{L}\p{N}@/.-])@([\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*)/gu;

/** The words after an `@` in a text, in small letters, each once. */
export function namedIn(said: string): string[] {
  return [...new Set([...said.matchAll(namedWord)].map(([, , word]) => word!.toLowerCase()))];
}

export interface Markdown {
  render(text: string, known?: Known): string;
  /** The same, with the headings and the ids they have in it. */
  outline(text: string): { html: string; contents: Heading[] };
  /** What it says itself: without what it quotes, code and the words of links. */
  said(text: string): string;
  /** What remains when the marks are gone: for search and excerpts. */
  plain(text: string): string;
  /** Its paragraphs alone, without headings, lists and tables; everything where there are none. */
  prose(text: string): string;
}

export function markdown(flavor: MarkdownFlavor): Markdown {
  const parser = new MarkdownIt({ html: false, linkify: true, breaks: flavor === 'message' });
  parser.disable(flavor === 'message' ? [...notForAnyone, ...notForMessages] : notForAnyone);
  // Only what is written as an address becomes a link: "catatan.id" in a sentence is a word.
  parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  parser.validateLink = isSafeLink;
  parser.core.ruler.push('headings', ({ tokens }) => nameHeadings(tokens));
  parser.core.ruler.push('names', ({ tokens, env, Token }) => markNames(tokens, (env as Known).names, Token));
  if (flavor === 'message') parser.inline.ruler.before('link', 'picture', placePicture);
  const { rules } = parser.renderer;
  rules.name = (tokens, index) => {
    const { content, meta } = tokens[index]!;
    const tag = (meta as unknown as Named).me ? 'mark' : 'span';
    return `<${tag} class="mention">@${parser.utils.escapeHtml(content)}</${tag}>`;
  };
  rules.picture = (tokens, index, _options, env) => {
    const { content, meta } = tokens[index]!;
    const known = (env as Known).pictures?.get(meta as unknown as string);
    const words = parser.utils.escapeHtml(content || (known?.name ?? ''));
    if (!known) return words;
    const url = parser.utils.escapeHtml(known.url);
    return `<a class="picture" href="${url}"><img src="${url}" alt="${words}" loading="lazy"></a>`;
  };
  rules.link_open = (tokens, index, options, _env, self) => {
    const token = tokens[index]!;
    if (!isOwn(String(token.attrGet('href') ?? ''))) {
      token.attrSet('target', '_blank');
      token.attrSet('rel', 'noopener noreferrer nofollow ugc');
    }
    return self.renderToken(tokens, index, options);
  };
  rules.table_open = () => '<div class="table"><table>\n';
  rules.table_close = () => '</table></div>\n';
  // The name of a language would become a class of the page's own.
  rules.fence = (tokens, index) =>
    `<pre><code>${parser.utils.escapeHtml(tokens[index]!.content)}</code></pre>\n`;
  rules.ordered_list_open = (tokens, index) => {
    const start = Number(tokens[index]!.attrGet('start') ?? 1);
    return start === 1 ? '<ol>\n' : `<ol start="${start}">\n`;
  };
  rules.td_open = rules.th_open = (tokens, index) => `<${tokens[index]!.tag}>`;
  return {
    render: (text, known) => parser.render(text, { ...known }),
    said: (text) => saidIn(parser.parse(text, {})),
    outline(text) {
      const tokens = parser.parse(text, {});
      return { html: parser.renderer.render(tokens, parser.options, {}), contents: headingsOf(tokens) };
    },
    plain: (text) => plainText(parser.parse(text, {})),
    prose(text) {
      const tokens = parser.parse(text, {});
      const paragraphs = tokens.filter(
        ({ level }, index) => level === 1 && tokens[index - 1]?.type === 'paragraph_open',
      );
      return plainText(paragraphs.length > 0 ? paragraphs : tokens);
    },
  };
}

/** The web, a mail address, or a place of this site. Everything else stays the text it was. */
export function isSafeLink(url: string): boolean {
  return /^(https?:\/\/[^/\\]|mailto:)/i.test(url.trim()) || isOwn(url.trim());
}

function isOwn(url: string): boolean {
  return /^(\/(?![/\\])|#)/.test(url);
}

function plainText(tokens: readonly Token[]): string {
  const parts: string[] = [];
  for (const block of tokens) {
    if (block.type === 'fence' || block.type === 'code_block') parts.push(block.content);
    if (block.type === 'inline') parts.push(lineOf(block));
  }
  return parts.join('\n').trim();
}

function lineOf({ children }: Token): string {
  const parts = (children ?? []).map((token) =>
    token.type === 'softbreak' || token.type === 'hardbreak' ? ' ' : token.content,
  );
  return parts.join('');
}

/** A picture leads to itself, so that none stands in a link. */
function placePicture(state: Inline, silent: boolean): boolean {
  const found = state.linkLevel > 0 ? null : pictureAt(state.src, state.pos);
  if (!found) return false;
  if (!silent)
    Object.assign(state.push('picture', '', 0), { content: found.shows, meta: found.file as unknown });
  state.pos += found.length;
  return true;
}

/** Text that stands for itself: not code, and not inside a link. */
function* plainWords({ children }: Token): Generator<Token> {
  let links = 0;
  for (const token of children ?? []) {
    links += token.type === 'link_open' ? 1 : token.type === 'link_close' ? -1 : 0;
    if (links === 0 && token.type === 'text') yield token;
  }
}

function saidIn(tokens: readonly Token[]): string {
  let quotes = 0;
  const parts: string[] = [];
  for (const token of tokens) {
    quotes += token.type === 'blockquote_open' ? 1 : token.type === 'blockquote_close' ? -1 : 0;
    if (quotes === 0 && token.type === 'inline')
      parts.push(...[...plainWords(token)].map(({ content }) => content));
  }
  return parts.join('\n');
}

function markNames(
  tokens: readonly Token[],
  names: ReadonlyMap<string, Named> | undefined,
  Made: new (type: string, tag: string, nesting: 0) => Token,
): void {
  if (!names || names.size === 0) return;
  for (const block of tokens) {
    if (block.type !== 'inline') continue;
    const plain = new Set(plainWords(block));
    block.children = (block.children ?? []).flatMap((token) =>
      plain.has(token) ? splitNames(token, names, Made) : [token],
    );
  }
}

function splitNames(
  token: Token,
  names: ReadonlyMap<string, Named>,
  Made: new (type: string, tag: string, nesting: 0) => Token,
): Token[] {
  const parts: Token[] = [];
  const add = (type: string, content: string, meta: Named | null) => {
    if (content === '') return;
    parts.push(Object.assign(new Made(type, '', 0), { content, meta }));
  };
  let from = 0;
  for (const found of token.content.matchAll(namedWord)) {
    const named = names.get(found[2]!.toLowerCase());
    if (!named) continue;
    add('text', token.content.slice(from, found.index + found[1]!.length), null);
    add('name', named.name, named);
    from = found.index + found[0].length;
  }
  add('text', token.content.slice(from), null);
  return parts;
}

/**
 * Gives headings an id to jump to. The prefix keeps an author's words from becoming the id of something of the page around. The first
 * level written becomes the second: the page's title is the first.
 */
function nameHeadings(tokens: Token[]): void {
  const taken = new Map<string, number>();
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'heading_close') token.tag = tagOf(token);
    if (token.type !== 'heading_open') continue;
    token.tag = tagOf(token);
    const words =
      lineOf(tokens[index + 1]!)
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? [];
    const name = words.join('-').slice(0, 60) || 'bagian';
    const times = (taken.get(name) ?? 0) + 1;
    taken.set(name, times);
    token.attrSet('id', `s-${name}${times > 1 ? `--${times}` : ''}`);
  }
}

function headingsOf(tokens: Token[]): Heading[] {
  return tokens.flatMap((token, index) =>
    token.type === 'heading_open'
      ? [{ id: String(token.attrGet('id')), title: lineOf(tokens[index + 1]!), level: Number(token.tag[1]) }]
      : [],
  );
}

const tagOf = ({ tag }: Token) => `h${Math.min(Math.max(Number(tag[1]), 2), 4)}`;
