import MarkdownIt from 'markdown-it';

/**
 * `article`: everything but pictures. `message`: without headings, tables and rules too, and a line break is one.
 * HTML in the text is shown as the text it is; the tags and attributes that come out are listed in the tests.
 */
export type MarkdownFlavor = 'article' | 'message';

const notForAnyone = ['image', 'reference'];
const notForMessages = ['heading', 'lheading', 'hr', 'table'];

type Parser = InstanceType<typeof MarkdownIt>;
type Token = ReturnType<Parser['parse']>[number];

/** `level` 2 to 4: the title of the page is 1. */
export interface Heading {
  id: string;
  title: string;
  level: number;
}

export interface Markdown {
  render(text: string): string;
  /** The same, with the headings and the ids they have in it. */
  outline(text: string): { html: string; contents: Heading[] };
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
  const { rules } = parser.renderer;
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
    render: (text) => parser.render(text),
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
