import { inflateSync } from 'node:zlib';

/** A stretch of text where it stands: points from the lower left corner of the page; `width` without trailing spaces. */
export interface Run {
  text: string;
  x: number;
  y: number;
  width: number;
}

export interface ReadPdf {
  pages: { runs: Run[]; text: string }[];
  /** How many elements of this kind the structure tree has: 'H1', 'Table', 'TH', 'Figure'. */
  count(tag: string): number;
  /** All that is not compressed: the catalog, the structure tree, the metadata. */
  raw: string;
}

/**
 * Reads the PDFs our compiler writes, and only those: objects in clear, one content stream a page, fonts by glyph number with a
 * map back to text. Enough to see in a test what a person would see, without a PDF program on the machine.
 */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const raw = Buffer.from(bytes).toString('latin1');
  const objects = new Map<string, string>();
  for (const [, id, body] of raw.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g))
    objects.set(id!, body!);
  const resolve = (reference: string) => objects.get(reference) ?? '';

  const pages = pageIds(raw, resolve).map((id) => {
    const page = resolve(id);
    const fonts = new Map(
      [...page.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name, font]) => [
        name!,
        readFont(resolve(font!), resolve),
      ]),
    );
    const runs = readContent(stream(resolve(/\/Contents (\d+)/.exec(page)![1]!)), fonts);
    return { runs, text: runs.map((run) => run.text).join(' ') };
  });
  return { pages, count: (tag) => raw.split(`/S /${tag}\n`).length - 1, raw };
}

function pageIds(raw: string, resolve: (id: string) => string): string[] {
  const kids = (id: string): string[] => {
    const list = /\/Kids \[([^\]]*)\]/.exec(resolve(id));
    return list ? [...list[1]!.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => kids(kid!)) : [id];
  };
  return kids(/\/Pages (\d+) 0 R/.exec(raw)![1]!);
}

function stream(object: string): string {
  const start = object.indexOf('stream\n') + 'stream\n'.length;
  const content = Buffer.from(object.slice(start, object.lastIndexOf('endstream')), 'latin1');
  return object.slice(0, start).includes('/FlateDecode')
    ? inflateSync(content).toString('latin1')
    : content.toString('latin1');
}

interface Font {
  text: Map<number, string>;
  /** In thousandths of the size. */
  width: Map<number, number>;
}

function readFont(font: string, resolve: (id: string) => string): Font {
  const map = stream(resolve(/\/ToUnicode (\d+)/.exec(font)![1]!));
  const text = new Map(
    [...map.matchAll(/<([\dA-Fa-f]{4})> <([\dA-Fa-f]+)>(?=\n)/g)].map(([, glyph, code]) => [
      Number.parseInt(glyph!, 16),
      Buffer.from(code!, 'hex').swap16().toString('utf16le'),
    ]),
  );
  const descendant = resolve(/\/DescendantFonts \[(\d+)/.exec(font)![1]!);
  const numbers = /\/W \[([^\]]*)\]/.exec(descendant)![1]!.trim().split(/\s+/).map(Number);
  const width = new Map<number, number>();
  for (let at = 0; at < numbers.length; at += 3) {
    for (let glyph = numbers[at]!; glyph <= numbers[at + 1]!; glyph += 1) width.set(glyph, numbers[at + 2]!);
  }
  return { text, width };
}

const token = /<[\dA-Fa-f]*>|\/[^\s/[\]<>()]+|[-+.\d]+|[A-Za-z*']+|[[\]]|<<|>>|\(/g;

function* tokens(content: string): Generator<string> {
  token.lastIndex = 0;
  for (let found = token.exec(content); found; found = token.exec(content)) {
    // Literals hold parentheses of their own, as long as these are in pairs.
    if (found[0] === '(') token.lastIndex = endOfLiteral(content, found.index);
    yield content.slice(found.index, token.lastIndex);
  }
}

function endOfLiteral(content: string, start: number): number {
  let depth = 0;
  for (let at = start; at < content.length; at += 1) {
    if (content[at] === '\\') at += 1;
    else if (content[at] === '(') depth += 1;
    else if (content[at] === ')' && --depth === 0) return at + 1;
  }
  throw new Error('a literal without an end');
}

function readContent(content: string, fonts: Map<string, Font>): Run[] {
  const runs: Run[] = [];
  const saved: number[][] = [];
  let matrix = [1, 0, 0, 1, 0, 0];
  let text = matrix;
  let font: Font | undefined;
  let size = 0;
  let operands: string[] = [];
  const six = () => operands.slice(-6).map(Number);
  for (const word of tokens(content)) {
    if (!/^[A-Za-z*']+$/.test(word)) {
      operands.push(word);
      continue;
    }
    if (word === 'q') saved.push(matrix);
    if (word === 'Q') matrix = saved.pop()!;
    if (word === 'cm') matrix = multiply(six(), matrix);
    if (word === 'Tm') text = multiply(six(), matrix);
    if (word === 'Tf') [font, size] = [fonts.get(operands.at(-2)!.slice(1)), Number(operands.at(-1))];
    if (word === 'TJ' || word === 'Tj') {
      const shown = operands.filter((operand) => /^[(<\d.-]/.test(operand) && operand !== '<<');
      runs.push(readRun(shown, font!, size, text));
    }
    operands = [];
  }
  return runs;
}

function readRun(shown: readonly string[], font: Font, size: number, at: readonly number[]): Run {
  let text = '';
  let width = 0;
  let inked = 0;
  for (const part of shown) {
    if (!/^[(<]/.test(part)) {
      width -= Number(part);
      continue;
    }
    const bytes = part.startsWith('<') ? Buffer.from(part.slice(1, -1), 'hex') : unescaped(part.slice(1, -1));
    for (let index = 0; index < bytes.length; index += 2) {
      const glyph = bytes.readUInt16BE(index);
      text += font.text.get(glyph) ?? '';
      width += font.width.get(glyph) ?? 0;
      if (font.text.get(glyph)?.trim()) inked = width;
    }
  }
  return { text, x: at[4]!, y: at[5]!, width: (inked / 1000) * size * at[0]! };
}

function unescaped(literal: string): Buffer {
  const named: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
  const plain = literal.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, code: string) =>
    /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (named[code] ?? code),
  );
  return Buffer.from(plain, 'latin1');
}

/** `a` applied first, then `b`. */
function multiply(a: readonly number[], b: readonly number[]): number[] {
  const [a0 = 0, a1 = 0, a2 = 0, a3 = 0, a4 = 0, a5 = 0] = a;
  const [b0 = 0, b1 = 0, b2 = 0, b3 = 0, b4 = 0, b5 = 0] = b;
  return [
    a0 * b0 + a1 * b2,
    a0 * b1 + a1 * b3,
    a2 * b0 + a3 * b2,
    a2 * b1 + a3 * b3,
    a4 * b0 + a5 * b2 + b4,
    a4 * b1 + a5 * b3 + b5,
  ];
}
