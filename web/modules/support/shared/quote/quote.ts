/** Characters of what is quoted; more is cut, so that an answer is not lost beneath it. */
const longest = 4_000;

/** Text as Markdown that says exactly this: nothing in it makes a link, emphasis, a list or a name that is told. */
export function asMarkdown(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      line
        .trim()
        .replace(/[\\`*[\]<~&]/g, '\\$&')
        .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
        .replace(/^[#>+-]/, '\\$&')
        .replace(/^(\d{1,9})([.)])/, '$1\\$2'),
    )
    .join('\n');
}

/** Markdown as a quote, with who said it above it; what it quotes itself goes one level deeper. */
export function quoteOf(markdown: string, said: { by: string; at: string }): string {
  const text = markdown.replaceAll('\r\n', '\n').trim();
  const short = text.length > longest ? `${text.slice(0, longest).trimEnd()}…` : text;
  const lines = short.split('\n').map((line) => (line.trim() === '' ? '>' : `> ${line}`));
  return [`> **${asMarkdown(said.by)}** · ${asMarkdown(said.at)}`, '>', ...lines].join('\n');
}

/** A text with a quote where the caret was, set apart by an empty line on each side, and the caret behind it. */
export function placeQuote(text: string, at: number, quote: string): { text: string; caret: number } {
  const before = text.slice(0, at).trimEnd();
  const after = text.slice(at).trimStart();
  const head = `${before === '' ? '' : `${before}\n\n`}${quote}\n\n`;
  return { text: head + after, caret: head.length };
}
