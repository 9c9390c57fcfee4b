interface Mentionable {
  id: string;
  name: string;
}

/**
 * What stands after an `@` for each of these people: the words of their name in small letters. Who shares one with somebody gets the end
 * of their id behind it, so that each stands for one person.
 */
export function handlesOf(people: readonly Mentionable[]): Map<string, string> {
  const handles = new Map<string, string>();
  const taken = new Set<string>();
  const words = people.map((person) => ({ ...person, words: wordsOf(person.name) }));
  const shared = new Set(
    words.map((one) => one.words).filter((one, index, all) => one === '' || all.indexOf(one) !== index),
  );
  const take = (id: string, handle: string) => {
    handles.set(id, handle);
    taken.add(handle);
  };
  for (const person of words) if (!shared.has(person.words)) take(person.id, person.words);
  for (const person of words) {
    if (!shared.has(person.words)) continue;
    const id = person.id.replace(/[^a-z0-9]/gi, '').toLowerCase();
    const withEnd = (length: number) => [person.words, id.slice(-length)].filter(Boolean).join('-');
    let length = 4;
    while (taken.has(withEnd(length)) && length < id.length) length += 1;
    take(person.id, withEnd(length));
  }
  return handles;
}

/** Marks above and below letters go, other letters stay as they are; at most 60 of them. */
function wordsOf(name: string): string {
  const words =
    name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.join('-').slice(0, 60).replace(/-+$/, '');
}

export interface Mention {
  person: string;
  handle: string;
}

/**
 * Whom the words after an `@` mean. What a handle meant in this message before it still means there; nobody is meant twice, and words that
 * are nobody's handle are words.
 */
export function meantBy(
  words: readonly string[],
  people: readonly Mentionable[],
  before: readonly Mention[] = [],
): Mention[] {
  const owners = new Map([...handlesOf(people)].map(([person, handle]) => [handle, person]));
  for (const { person, handle } of before) owners.set(handle, person);
  const meant = new Map<string, Mention>();
  for (const handle of words) {
    const person = owners.get(handle);
    if (person !== undefined && !meant.has(person)) meant.set(person, { person, handle });
  }
  return [...meant.values()];
}
