import { createHash } from 'node:crypto';
import type { Json } from '../values/json.ts';

/** One fact as it is hashed and exported: a line that anybody can check with a SHA-256 and this function. */
export interface SealedFact {
  position: bigint;
  id: string;
  name: string;
  organization_id: string | null;
  subject_kind: string;
  subject_id: string;
  actor_kind: string;
  actor_id: string | null;
  data: Json;
  request_id: string | null;
  happened_at: Date;
}

/** The hash of a fact: SHA-256 over the hash before it and the fact's canonical JSON. */
export function sealOf(before: Buffer, fact: SealedFact): Buffer {
  const line = JSON.stringify([
    fact.position.toString(),
    fact.id,
    fact.name,
    fact.organization_id,
    fact.subject_kind,
    fact.subject_id,
    fact.actor_kind,
    fact.actor_id,
    canonical(fact.data),
    fact.request_id,
    fact.happened_at.toISOString(),
  ]);
  return createHash('sha256').update(before).update(line).digest();
}

/** The same value with the keys of every object in code-unit order. */
export function canonical(value: Json): Json {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, canonical(value[key]!)]),
  );
}
