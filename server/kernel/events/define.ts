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
  /** Another organization whose rows those who react change as well; undefined where there is none. */
  reaches(data: Data): string | undefined;
}

export function defineEvent<const Name extends `${string}.${string}`, Data>(
  name: Name,
  options: {
    data: z.ZodType<Data>;
    audience?: 'organization' | 'staff';
    reaches?: (data: Data) => string | undefined;
  },
): EventKind<Name, Data> {
  const { data, audience = 'organization', reaches = () => undefined } = options;
  return { name, data, audience, reaches };
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
  actor: { kind: 'anonymous' | 'person' | 'key' | 'system'; id: Id<'person'> | Id<'key'> | null };
  data: Data;
  requestId: string | null;
  happenedAt: Date;
}
