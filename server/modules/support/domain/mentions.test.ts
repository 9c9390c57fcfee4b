import fc from 'fast-check';
import { expect, test } from 'vitest';
import { namedIn } from '../../knowledge/index.ts';
import { saidIn } from '../markdown.ts';
import { handlesOf, meantBy } from './mentions.ts';

const sari = { id: '0192-aaaa', name: 'Sari Dewi' };
const budi = { id: '0192-bbbb', name: 'Budi Santoso' };
const team = [sari, budi];
const handlesIn = (text: string) => namedIn(saidIn(text));

test('handles are the words of a name', () => {
  expect(Object.fromEntries(handlesOf(team))).toEqual({
    '0192-aaaa': 'sari-dewi',
    '0192-bbbb': 'budi-santoso',
  });
  expect([...handlesOf([{ id: '1', name: 'Renée O’Hara-Ünal' }]).values()]).toEqual(['renee-o-hara-unal']);
  expect([...handlesOf([{ id: 'ab12', name: '李 小龍' }]).values()]).toEqual(['李-小龍']);
});

test('who shares a name gets the end of the id', () => {
  const other = { id: '0192-cccc', name: 'sari  dewi' };
  expect([...handlesOf([sari, other, budi]).values()].toSorted()).toEqual([
    'budi-santoso',
    'sari-dewi-aaaa',
    'sari-dewi-cccc',
  ]);
  expect([...handlesOf([{ id: '0192-ab12', name: '★' }]).values()]).toEqual(['ab12']);
});

const people = fc.uniqueArray(
  fc.record({
    id: fc.uuid({ version: 7 }),
    name: fc.oneof(fc.constantFrom('Sari', 'sari', 'Sari Dewi', '★', ''), fc.string({ maxLength: 20 })),
  }),
  { selector: ({ id }) => id, maxLength: 12 },
);

test('each stands for one person, and is read back as that person', () => {
  fc.assert(
    fc.property(people, (some) => {
      const handles = handlesOf(some);
      expect(new Set(handles.values()).size).toBe(some.length);
      for (const { id } of some) {
        const handle = handles.get(id)!;
        expect(meantBy(handlesIn(`Tolong @${handle}, ya.`), some)).toEqual([{ person: id, handle }]);
      }
    }),
  );
});

test('a name counts where it is said: not in quotes, code, links or addresses', () => {
  expect(handlesIn('@sari-dewi dan (@Budi-Santoso): lihat @sari-dewi.')).toEqual([
    'sari-dewi',
    'budi-santoso',
  ]);
  expect(handlesIn('> @sari-dewi tadi bilang\n\nlihat')).toEqual([]);
  expect(handlesIn('`@sari-dewi` dan\n\n```\n@budi-santoso\n```')).toEqual([]);
  expect(handlesIn('surat@budi-santoso.example, a.b/@sari-dewi, [@sari-dewi](https://example.com)')).toEqual(
    [],
  );
  expect(handlesIn('**@sari-dewi**, tolong')).toEqual(['sari-dewi']);
});

test('what is nobody’s handle is a word, and nobody is meant twice', () => {
  expect(meantBy(['semua', 'sari-dewi', 'sari'], team)).toEqual([
    { person: '0192-aaaa', handle: 'sari-dewi' },
  ]);
});

test('what a handle meant in a message before it means there still', () => {
  const before = [{ person: 'gone', handle: 'sari-dewi' }];
  expect(meantBy(['sari-dewi'], team, before)).toEqual(before);
});
