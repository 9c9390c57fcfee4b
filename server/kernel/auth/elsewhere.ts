import type { Db } from '../db/types.ts';
import type { Id } from '../values/ids.ts';

/**
 * What a module says of an address that is about to sign in here: `elsewhere` when its people sign in at a provider of their own,
 * `excepted` when this person, who has the address, may do so here all the same, and null when it has nothing to say. Without a person
 * it is about the domain alone, whoever may have an address there.
 */
export type ElsewhereRule = (
  db: Db,
  email: string,
  person: Id<'person'> | null,
) => Promise<'elsewhere' | 'excepted' | null>;
