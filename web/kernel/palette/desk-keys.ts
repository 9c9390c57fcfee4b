import type { usePaletteText } from './words.ts';

type Word = keyof ReturnType<typeof usePaletteText>['shortcuts'];

/** What letters do at the desk. Each is one key; what is pressed by it says so itself, on the page. */
export const deskKeys: readonly {
  group: Word;
  keys: readonly (readonly [act: Word, ...keys: string[]])[];
}[] = [
  {
    group: 'list',
    keys: [
      ['rows', 'J', 'K'],
      ['choose', 'X'],
      ['chooseSeveral', 'Shift', 'X'],
      ['changeChosen', 'E'],
    ],
  },
  {
    group: 'write',
    keys: [
      ['reply', 'R'],
      ['note', 'N'],
      ['mention', '@'],
      ['quote', 'Q'],
      ['canned', '/'],
      ['macro', 'M'],
      ['copy', 'F'],
    ],
  },
  {
    group: 'change',
    keys: [
      ['take', 'I'],
      ['assign', 'A'],
      ['status', 'T'],
      ['priority', 'P'],
      ['queue', 'U'],
      ['kind', 'Y'],
      ['language', 'Z'],
      ['label', 'L'],
      ['link', 'V'],
      ['snooze', 'S'],
      ['merge', 'G'],
      ['split', 'D'],
      ['parent', 'O'],
    ],
  },
  {
    group: 'work',
    keys: [
      ['next', 'J', 'K'],
      ['timer', 'W'],
      ['time', 'Shift', 'W'],
      ['escalate', 'E'],
      ['acknowledge', 'Shift', 'E'],
      ['send', 'B'],
      ['hold', 'H'],
      ['resume', 'Shift', 'H'],
      ['credit', 'C'],
    ],
  },
];
