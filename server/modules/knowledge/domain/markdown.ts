import MarkdownIt from 'markdown-it';

/**
 * `article`: everything but pictures. `message`: without headings, tables and rules too, and a line break is one.
 * HTML in the text is shown as the text it is; the tags and attributes that come out are listed in the tests.
 */
export type MarkdownFlavor = 'article' | 'message';

const notForAnyone = ['image', 'reference'];
const notForMessages = ['heading', 'lheading', 'hr', 'table'];

type Parser = InstanceType<typeof MarkdownIt>;

export interface Markdown {
  render(text: string): string;
  /** What remains when the marks are gone: for search and excerpts. */
  plain(text: string): string;
}

export function markdown(flavor: MarkdownFlavor): Markdown {
  const parser = new MarkdownIt({ html: false, linkify: true, breaks: flavor === 'message' });
  parser.disable(flavor === 'message' ? [...notForAnyone, ...notForMessages] : notForAnyone);
  // Only what is written as an address becomes a link: "catatan.id" in a sentence is a word.
  parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  parser.validateLink = isSafeLink;
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
    plain: (text) => plainText(parser, text),
  };
}

/** The web, a mail address, or a place of this site. Everything else stays the text it was. */
export function isSafeLink(url: string): boolean {
  return /^(https?:\/\/[^/\\]|mailto:)/i.test(url.trim()) || isOwn(url.trim());
}

function isOwn(url: string): boolean {
  return /^(\/(?![/\\])|#)/.test(url);
}

function plainText(parser: Parser, text: string): string {
  const parts: string[] = [];
  for (const block of parser.parse(text, {})) {
    if (block.type === 'fence' || block.type === 'code_block') parts.push(block.content);
    if (block.type !== 'inline') continue;
    const line = (block.children ?? []).map((token) =>
      token.type === 'softbreak' || token.type === 'hardbreak' ? ' ' : token.content,
    );
    parts.push(line.join(''));
  }
  return parts.join('\n').trim();
}
