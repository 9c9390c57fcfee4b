import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressOf, languageOf, nameOf, readAccount } from './account.ts';
import { changedUser, readChanges } from './patch.ts';
import { Refused } from './refused.ts';

const user = {
  userName: 'ani@example.com',
  active: true,
  name: { givenName: 'Ani', familyName: 'Wijaya' },
  emails: [
    { value: 'ani@example.com', type: 'work', primary: true },
    { value: 'a@home.example', type: 'home', primary: false },
  ],
};
const patched = (...Operations: object[]) => changedUser(user, readChanges({ Operations }));
const account = (...Operations: object[]) => readAccount(patched(...Operations), { active: true });

test('an email is added, merged, made primary in place of another, and removed', () => {
  const other = { value: 'other@example.com', type: 'other', primary: true };
  const added = account({ op: 'add', path: 'emails', value: [other] }).emails;
  expect(added.map(({ value, primary }) => [value, primary])).toEqual([
    ['ani@example.com', false],
    ['a@home.example', false],
    ['other@example.com', true],
  ]);
  expect(
    account({ op: 'add', path: 'emails', value: { value: 'ANI@example.com', type: 'x' } }).emails,
  ).toHaveLength(2);
  expect(
    account({ op: 'replace', path: 'emails[type eq "home"].primary', value: 'true' }).emails,
  ).toMatchObject([{ primary: false }, { primary: true }]);
  expect(account({ op: 'remove', path: 'emails[type eq "home"]' }).emails).toHaveLength(1);
  expect(account({ op: 'remove', path: 'emails', value: [{ value: 'a@home.example' }] }).emails).toHaveLength(
    1,
  );
  expect(account({ op: 'remove', path: 'emails' }).emails).toEqual([]);
  expect(
    account({ op: 'replace', path: 'emails', value: [{ value: 'n@example.com' }] }).emails,
  ).toMatchObject([{ value: 'n@example.com' }]);
});

test('what a filter describes is made where it is not there, and refused where it cannot be told', () => {
  const made = account({ op: 'Add', path: 'emails[type eq "other"].value', value: 'o@example.com' });
  expect(made.emails[2]).toEqual({ value: 'o@example.com', type: 'other', primary: false });
  expect(() => patched({ op: 'replace', path: 'emails[type co "x"].value', value: 'o@example.com' })).toThrow(
    expect.objectContaining({ type: 'noTarget' }),
  );
  // A second try finds nothing to remove.
  expect(account({ op: 'remove', path: 'emails[type eq "gone"]' }).emails).toHaveLength(2);
});

test('operations in their order, all or none; what was given stays', () => {
  const before = structuredClone(user);
  expect(
    account({ op: 'replace', path: 'active', value: 'False' }, { op: 'replace', value: { Active: 'TRUE' } })
      .active,
  ).toBe(true);
  expect(() =>
    patched({ op: 'replace', path: 'active', value: false }, { op: 'add', path: 'nothing' }),
  ).toThrow(Refused);
  expect(user).toEqual(before);
});

test('a name changes by its parts; removed parts are gone', () => {
  expect(account({ op: 'replace', path: 'name', value: { familyName: 'Lestari' } })).toMatchObject({
    givenName: 'Ani',
    familyName: 'Lestari',
  });
  expect(account({ op: 'remove', path: 'name.givenName' })).toMatchObject({
    givenName: null,
    familyName: 'Wijaya',
  });
  expect(
    account({ op: 'replace', path: 'urn:ietf:params:scim:schemas:core:2.0:User:name.givenName', value: 'A' }),
  ).toMatchObject({
    givenName: 'A',
  });
});

test('the one address, name and language of somebody', () => {
  const of = (over: object) => readAccount({ ...user, ...over }, { active: true });
  expect(addressOf(of({ emails: [{ value: 'B@X.example' }, { value: 'a@x.example', type: 'Work' }] }))).toBe(
    'a@x.example',
  );
  expect(addressOf(of({ emails: [] }))).toBe('ani@example.com');
  expect(() => addressOf(of({ emails: [], userName: 'ani' }))).toThrow(Refused);
  expect(nameOf(of({}))).toBe('Ani Wijaya');
  expect(nameOf(of({ name: {}, displayName: 'A.' }))).toBe('A.');
  expect(nameOf(of({ name: {} }))).toBe('ani');
  expect([
    languageOf(of({})),
    languageOf(of({ locale: 'id_ID' })),
    languageOf(of({ preferredLanguage: 'de' })),
  ]).toEqual([null, 'id', 'en']);
});

test('whatever comes as a patch or a user, it is read or refused in the words of the standard', () => {
  const key = fc.oneof(
    fc.constantFrom(
      'op',
      'path',
      'value',
      'emails',
      'name',
      'active',
      'userName',
      '__proto__',
      'emails[type eq "work"].value',
      'name.givenName',
      'urn:x',
    ),
    fc.string({ maxLength: 6 }),
  );
  const anything = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom<unknown>(
        'add',
        'Remove',
        'REPLACE',
        'emails',
        'name',
        'active',
        'True',
        null,
        true,
        0,
        '',
      ),
      fc.string({ maxLength: 8 }),
      fc.array(tie('any'), { maxLength: 3 }),
      fc.dictionary(key, tie('any'), { maxKeys: 4 }),
    ),
  })).any;
  const operation = fc.record({
    op: fc.constantFrom('add', 'Remove', 'replace', 'x'),
    path: fc.oneof(key, fc.constant(undefined)),
    value: anything,
  });
  fc.assert(
    fc.property(fc.array(operation, { minLength: 1, maxLength: 4 }), anything, (Operations, whole) => {
      for (const read of [
        () => readAccount(changedUser(user, readChanges({ Operations })), { active: true }),
        () => readAccount(whole as never, { active: true }),
      ]) {
        try {
          addressOf(read());
        } catch (error) {
          expect(error).toBeInstanceOf(Refused);
        }
      }
      expect(({} as { admin?: unknown }).admin).toBeUndefined();
    }),
    { numRuns: 3_000 },
  );
});
