import { foldPassword } from './password-filter.ts';

/** Why a password is easy to guess, as codes that the web translates. */
export type Weakness = 'common' | 'about_you' | 'too_simple';

/** What is left besides a guessable part has to be as long as this. */
const enough = 8;

const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiop',
  'azertyuiop',
];
const runs = [...rows, ...rows.map((row) => [...row].reverse().join(''))];

/**
 * Why a password may not be taken, or null. `about` are words about the person and the business, which whoever guesses begins with;
 * `isListed` says of a folded word that many people use it.
 */
export function weaknessOf(
  password: string,
  about: readonly string[],
  isListed: (word: string) => boolean,
): Weakness | null {
  const word = foldPassword(password);
  const letters = word.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  if ([word, letters, spelled(letters), repeated(word)].some((one) => one.length > 0 && isListed(one)))
    return 'common';
  if (new Set(word).size < 5 || repeated(word).length < enough - 2 || withoutRuns(word).length < enough - 2)
    return 'too_simple';
  const known = wordsAbout(about).reduce((rest, one) => rest.replaceAll(one, ''), word);
  return known !== word && withoutRuns(known).replace(/[^\p{L}]/gu, '').length < enough ? 'about_you' : null;
}

const letterOf: Record<string, string> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  8: 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
};
/** `p4ssw0rd` as it is meant. */
const spelled = (word: string): string => word.replace(/[0134578@$!]/g, (sign) => letterOf[sign]!);

/** The part that a word repeats, or the word. */
const repeated = (word: string): string => /^(.+?)\1+$/su.exec(word)?.[1] ?? word;

/** Without four or more signs in the order of the alphabet, the digits or a keyboard. */
function withoutRuns(word: string): string {
  let rest = '';
  for (let at = 0; at < word.length;) {
    let length = 1;
    while (at + length < word.length && runs.some((row) => row.includes(word.slice(at, at + length + 1))))
      length++;
    if (length < 4) rest += word.slice(at, at + length);
    at += length;
  }
  return rest;
}

/** The parts of names and addresses that are long enough to mean somebody, the longest first. */
function wordsAbout(about: readonly string[]): string[] {
  const parts = about.flatMap((one) => [
    foldPassword(one).replace(/\s+/g, ''),
    ...foldPassword(one).split(/[^\p{L}\p{N}]+/u),
  ]);
  return [...new Set(parts)].filter((part) => part.length >= 4).toSorted((a, b) => b.length - a.length);
}
