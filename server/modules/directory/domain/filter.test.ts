import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NoFilter, operators, parseFilter, parsePath } from './filter.ts';
import type { AttributePath, Filter } from './filter.ts';
import { matches } from './matches.ts';

const name = fc.stringMatching(/^[A-Za-z$][\w$-]{0,8}$/).filter((text) => !/^not$/i.test(text));
const schema = fc.constantFrom(null, 'urn:ietf:params:scim:schemas:core:2.0:User', 'urn:example:2.0');
const path: fc.Arbitrary<AttributePath> = fc.record({ schema, name, sub: fc.option(name) });
const value = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
);
const filter = fc.letrec<{ filter: Filter }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.record({ kind: fc.constant('present' as const), path }),
    fc.record({
      kind: fc.constant('compare' as const),
      path,
      operator: fc.constantFrom(...operators),
      value,
    }),
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      left: tie('filter'),
      right: tie('filter'),
    }),
    fc.record({ kind: fc.constant('not' as const), of: tie('filter') }),
    fc.record({
      kind: fc.constant('some' as const),
      path: fc.record({ schema, name, sub: fc.constant(null) }),
      of: tie('filter'),
    }),
  ),
})).filter;

const printPath = ({ schema: urn, name: first, sub }: AttributePath) =>
  `${urn === null ? '' : `${urn}:`}${first}${sub === null ? '' : `.${sub}`}`;

/** Written out, everything in parentheses. */
function print(of: Filter, upper: boolean): string {
  const word = (text: string) => (upper ? text.toUpperCase() : text);
  switch (of.kind) {
    case 'present':
      return `${printPath(of.path)} ${word('pr')}`;
    case 'compare':
      return `${printPath(of.path)} ${word(of.operator)} ${JSON.stringify(of.value)}`;
    case 'not':
      return `${word('not')} (${print(of.of, upper)})`;
    case 'some':
      return `${printPath(of.path)}[${print(of.of, upper)}]`;
    default:
      return `(${print(of.left, upper)}) ${word(of.kind)} (${print(of.right, upper)})`;
  }
}

test('what is written is read as it was meant, in any case', () => {
  fc.assert(
    fc.property(filter, fc.boolean(), (meant, upper) => {
      const text = print(meant, upper);
      fc.pre(text.length <= 2_000);
      // JSON knows no -0.
      const plain = JSON.parse(JSON.stringify(meant)) as Filter;
      expect(parseFilter(text)).toEqual(plain);
    }),
    { numRuns: 2_000 },
  );
});

test('and binds closer than or, both from the left; not only before a parenthesis', () => {
  const same = (one: string, other: string) => expect(parseFilter(one)).toEqual(parseFilter(other));
  same('a pr or b pr and c pr', 'a pr or (b pr and c pr)');
  same('a pr and b pr or c pr', '(a pr and b pr) or c pr');
  same('a pr or b pr or c pr', '(a pr or b pr) or c pr');
  same('not (a pr) and b pr', '(not (a pr)) and b pr');
  same('not(a pr)', 'NOT ( a pr )');
  expect(parseFilter('not eq 1')).toMatchObject({ kind: 'compare', path: { name: 'not' } });
  same('emails[type eq "work"].value co "x"', 'emails[type eq "work" and value co "x"]');
});

test('the path of a change, as Entra ID and Okta write them', () => {
  expect(parsePath('emails[type eq "work"].value')).toMatchObject({
    name: 'emails',
    sub: 'value',
    where: { kind: 'compare' },
  });
  expect(parsePath('members[value eq "2819c223"]')).toMatchObject({ name: 'members', sub: null });
  expect(parsePath('urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager')).toMatchObject({
    schema: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
    name: 'manager',
    where: null,
  });
});

test.each([
  '',
  ' ',
  'userName',
  'userName eq',
  'userName eq ani',
  "userName eq 'ani'",
  'userName is "ani"',
  'userName eq "ani" and',
  'userName eq "ani" "budi"',
  '(userName pr',
  'userName pr)',
  'emails[type eq "work"',
  'emails.value[type pr]',
  'emails[type pr].value',
  'not userName pr',
  'userName eq "a\nb"',
  'userName eq "\\x"',
  `${'('.repeat(21)}a pr${')'.repeat(21)}`,
  'a pr or '.repeat(400) + 'a pr',
])('no filter: %j', (text) => {
  expect(() => parseFilter(text)).toThrow(NoFilter);
});

test('whatever text comes, it is a filter or refused as none, soon', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 10 }),
    fc.constantFrom(
      '(',
      ')',
      '[',
      ']',
      ' and ',
      ' or ',
      'not',
      ' eq ',
      '"',
      '\\',
      'a',
      '.',
      'pr',
      'true',
      '-',
      '1e',
      'urn:',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      for (const read of [parseFilter, parsePath]) {
        try {
          read(pieces.join(''));
        } catch (error) {
          expect(error).toBeInstanceOf(NoFilter);
        }
      }
    }),
    { numRuns: 2_000 },
  );
});

const ani = {
  id: 'A1',
  userName: 'Ani@Example.com',
  active: true,
  name: { familyName: 'Wijaya' },
  emails: [
    { value: 'ani@example.com', type: 'work', primary: true },
    { value: 'a@home.example', type: 'home' },
  ],
  title: '',
};

test.each([
  ['userName eq "ani@example.com"', true],
  ['USERNAME sw "ANI"', true],
  ['userName ew ".com" and active eq true', true],
  ['active eq "True"', true],
  ['active eq false', false],
  ['id eq "a1"', false],
  ['name.familyName co "ija"', true],
  ['name.familyName gt "w" and name.familyName le "wijaya"', true],
  ['emails co "home"', true],
  ['emails[type eq "work" and value co "home"]', false],
  ['emails[type eq "home"].value co "home"', true],
  ['emails.primary eq true', true],
  ['title pr', false],
  ['title eq null', true],
  ['nickName ne "x"', true],
  ['not (nickName pr)', true],
  ['userName eq 5', false],
  ['constructor pr', false],
])('%s of ani is %s', (text, expected) => {
  expect(matches(parseFilter(text), ani)).toBe(expected);
});

test('not turns every filter around, and ne every eq', () => {
  fc.assert(
    fc.property(filter, (one) => {
      expect(matches({ kind: 'not', of: one }, ani)).toBe(!matches(one, ani));
      if (one.kind === 'compare' && one.operator === 'eq')
        expect(matches({ ...one, operator: 'ne' }, ani)).toBe(!matches(one, ani));
    }),
  );
});
