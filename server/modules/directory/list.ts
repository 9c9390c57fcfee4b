import { mostResults } from './discovery.ts';
import type { Resource } from './domain/matches.ts';

export interface ListQuery {
  filter?: string | undefined;
  startIndex?: number | undefined;
  count?: number | undefined;
}

const listSchema = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';
const farthest = 1_000_000_000;

/** Counted from 1; what lies outside is taken for the nearest inside (RFC 7644, 3.4.2.4). */
export function rangeOf({ startIndex = 1, count = 100 }: ListQuery): { start: number; count: number } {
  return {
    start: Math.min(Math.max(1, startIndex), farthest),
    count: Math.min(Math.max(0, count), mostResults),
  };
}

export interface Listed {
  schemas: string[];
  totalResults: number;
  startIndex: number;
  itemsPerPage: number;
  Resources: Resource[];
}

export const listOf = (found: Resource[], total: number, { start }: { start: number }): Listed => ({
  schemas: [listSchema],
  totalResults: total,
  startIndex: start,
  itemsPerPage: found.length,
  Resources: found,
});
