/** `name`, `name.sub`, with the schema in front where it was told. As written; attribute names have no case. */
export interface AttributePath {
  schema: string | null;
  name: string;
  sub: string | null;
}

export const operators = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le'] as const;
export type Operator = (typeof operators)[number];
export type FilterValue = string | number | boolean | null;

/** A filter of RFC 7644, 3.4.2.2. `some`: an element of a list for which the inner filter holds (`emails[type eq "work"]`). */
export type Filter =
  | { kind: 'and' | 'or'; left: Filter; right: Filter }
  | { kind: 'not'; of: Filter }
  | { kind: 'present'; path: AttributePath }
  | { kind: 'compare'; path: AttributePath; operator: Operator; value: FilterValue }
  | { kind: 'some'; path: AttributePath; of: Filter };

/** What a change is about: an attribute, or those elements of a list for which a filter holds. */
export interface ChangePath extends AttributePath {
  where: Filter | null;
}

/** The text is no filter or path; says where. */
export class NoFilter extends Error {}

/** Longer or deeper filters are nobody's, and would be work. */
const longest = 2_000;
const deepest = 20;

/** Throws `NoFilter`. */
export function parseFilter(text: string): Filter {
  return parse(text, (reader) => reader.either(0));
}

/** Throws `NoFilter`. */
export function parsePath(text: string): ChangePath {
  return parse(text, (reader) => reader.changePath());
}

function parse<T>(text: string, read: (reader: Reader) => T): T {
  if (text.length > longest) throw new NoFilter('too long');
  const reader = new Reader(text);
  const read_ = read(reader);
  reader.end();
  return read_;
}

const attribute = /(?:(urn:[\w.:-]+):)?([a-z$][\w$-]*)(?:\.([a-z$][\w$-]*))?/iy;
const word = /[a-z]+/iy;
const text = /"(?:[^"\\\u0000-\u001f]|\\["\\/bfnrt]|\\u[0-9a-f]{4})*"/iy;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?/iy;
const literals = new Map<string, FilterValue>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/** Reads from left to right, one step down for each level of binding: or, and, not and parentheses, a comparison. */
class Reader {
  private at = 0;
  private readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  end(): void {
    this.spaces();
    if (this.at < this.source.length) this.fail('the end');
  }

  either(depth: number): Filter {
    let left = this.both(depth);
    while (this.takeWord('or')) left = { kind: 'or', left, right: this.both(depth) };
    return left;
  }

  private both(depth: number): Filter {
    let left = this.one(depth);
    while (this.takeWord('and')) left = { kind: 'and', left, right: this.one(depth) };
    return left;
  }

  private one(depth: number): Filter {
    if (depth > deepest) throw new NoFilter('too deep');
    if (this.takeNot()) {
      this.need('(');
      return { kind: 'not', of: this.inside(depth, ')') };
    }
    if (this.take('(')) return this.inside(depth, ')');
    const path = this.attributePath();
    if (!this.take('[')) return this.comparison(path);
    if (path.sub) this.fail('a list');
    const of = this.inside(depth, ']');
    // `emails[type eq "work"].value eq "x"`: the same element has to fit both.
    if (!this.take('.')) return { kind: 'some', path, of };
    const further = this.comparison(this.subPath());
    return { kind: 'some', path, of: { kind: 'and', left: of, right: further } };
  }

  private inside(depth: number, close: ')' | ']'): Filter {
    const filter = this.either(depth + 1);
    this.need(close);
    return filter;
  }

  private comparison(path: AttributePath): Filter {
    const [said] = this.match(word) ?? this.fail('an operator');
    const operator = said.toLowerCase();
    if (operator === 'pr') return { kind: 'present', path };
    const known = operators.find((one) => one === operator) ?? this.fail('an operator');
    return { kind: 'compare', path, operator: known, value: this.value() };
  }

  private value(): FilterValue {
    const quoted = this.match(text);
    if (quoted) return JSON.parse(quoted[0]) as string;
    const digits = this.match(number);
    if (digits) return Number(digits[0]);
    const literal = literals.get(this.match(word)?.[0].toLowerCase() ?? '');
    return literal === undefined ? this.fail('a value') : literal;
  }

  changePath(): ChangePath {
    const path = this.attributePath();
    if (!this.take('[')) return { ...path, where: null };
    if (path.sub) this.fail('a list');
    const where = this.inside(0, ']');
    return { ...path, sub: this.take('.') ? this.subPath().name : null, where };
  }

  private attributePath(): AttributePath {
    const [, schema = null, name, sub = null] = this.match(attribute) ?? this.fail('an attribute');
    return { schema, name: name!, sub };
  }

  private subPath(): AttributePath {
    const path = this.attributePath();
    if (path.schema !== null || path.sub !== null) this.fail('one sub-attribute');
    return path;
  }

  /** `not` is an attribute unless a parenthesis follows. */
  private takeNot(): boolean {
    this.spaces();
    const found = /not\s*(?=\()/iy;
    found.lastIndex = this.at;
    const matched = found.exec(this.source);
    if (matched) this.at = found.lastIndex;
    return matched !== null;
  }

  private takeWord(wanted: 'and' | 'or'): boolean {
    const before = this.at;
    const found = this.match(word)?.[0].toLowerCase() === wanted;
    if (!found) this.at = before;
    return found;
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    this.spaces();
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.source);
    if (found) this.at = pattern.lastIndex;
    return found;
  }

  private take(mark: string): boolean {
    this.spaces();
    if (this.source[this.at] !== mark) return false;
    this.at++;
    return true;
  }

  private need(mark: string): void {
    if (!this.take(mark)) this.fail(`“${mark}”`);
  }

  private spaces(): void {
    while (this.source[this.at] === ' ' || this.source[this.at] === '\t') this.at++;
  }

  private fail(expected: string): never {
    throw new NoFilter(`${expected} is expected at character ${this.at + 1}`);
  }
}
