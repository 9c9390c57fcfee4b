import { describe, expect, it } from 'vitest';
import { mostFiles, refusalOf } from './attach-rules.ts';

const rules = { maxFileBytes: 1000, fileEndings: ['png', 'log'] };

describe('refusalOf', () => {
  it.each([
    [{ name: 'screen.PNG', size: 1000 }, 0, null],
    [{ name: 'server.2026.log', size: 1 }, mostFiles - 1, null],
    [{ name: 'server.log', size: 1 }, mostFiles, 'too_many'],
    [{ name: 'setup.exe', size: 1 }, 0, 'type'],
    [{ name: 'png', size: 1 }, 0, 'type'],
    [{ name: 'screen.png', size: 0 }, 0, 'empty'],
    [{ name: 'screen.png', size: 1001 }, 0, 'too_large'],
  ] as const)('%j after %i others: %s', (file, taken, why) => {
    expect(refusalOf(file, rules, taken)).toBe(why);
  });
});
