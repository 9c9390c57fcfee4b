import { wordsForPictures } from '../../../kernel/values/placed-picture.ts';

/** Longer ones are not words: encoded data, keys, lines of dashes. */
const longestWord = 40;
const mostWords = 8;

function wordsOf(text: string): string[] {
  const found =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return found.filter((word) => word.length <= longestWord);
}

/**
 * The text as plain words between single spaces. Addresses and file names fall into their parts, so `example` finds
 * `www.example.com`; what is stored and what is asked fall apart in the same way.
 */
export function plainWords(text: string): string {
  return wordsOf(wordsForPictures(text)).join(' ');
}

/** The first words of a question, each once; letters and digits only, so that they are safe inside a tsquery. */
export function askedWords(text: string): string[] {
  return [...new Set(wordsOf(text))].slice(0, mostWords);
}

/** The ticket number that somebody asks for: `1042` or `#1042`. */
export function askedNumber(text: string): string | null {
  return /^#?(\d{1,15})$/.exec(text.trim())?.[1] ?? null;
}
