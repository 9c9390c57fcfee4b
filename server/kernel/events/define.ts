import type { z } from 'zod';
import type { Id } from '../values/ids.ts';

/**
 * A kind of fact. Named `module.noun-participle`; its data carries ids and decisions, never secrets or personal data.
 * `audience` says who may see it in activity lists and live updates: the organization it is about, or staff only.
 */
export interface EventKind<Name extends string = string, Data = unknown> {
  readonly name: Name;
  readonly data: z.ZodType<Data>;
  readonly audience: 'organization' | 'staff';
}

export function defineEvent<const Name extends `${string}.${string}`, Data>(
  name: Name,
  options: { data: z.ZodType<Data>; audience?: 'organization' | 'staff' },
): EventKind<Name, Data> {
  return { name, data: options.data, audience: options.audience ?? 'organization' };
}

/** What a fact is about: the kind of thing and its id. */
export interface Subject {
  kind: string;
  id: string;
}

/** A recorded fact, as reactions and readers get it. */
export interface Fact<Data = unknown> {
  id: Id<'event'>;
  name: string;
  organizationId: Id<'organization'> | null;
  subject: Subject;
  actor: { kind: 'anonymous' | 'person' | 'system'; id: Id<'person'> | null };
  data: Data;
  requestId: string | null;
  happenedAt: Date;
}
