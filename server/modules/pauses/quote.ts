import { hashToken } from '../../kernel/crypto.ts';
import type { Vault } from '../../kernel/crypto.ts';
import type { Json } from '../../kernel/values/json.ts';
import type { ServiceKey } from '../services/index.ts';
import type { Asked } from './contract.ts';

/** How long what was shown is done as it was shown. */
const quoteMinutes = 15;

/** What a quote holds: what was asked for, when, of which version of the service, and a digest of all that was shown. */
export interface Quoted {
  asked: Asked;
  at: string;
  version: number;
  digest: string;
}

/** Binds a quote to one service of one organization, and to who may do what it shows. */
const boundTo = ({ organization, service }: ServiceKey, actor: Actor) =>
  `pauses:${actor}:${organization}:${service}`;

export type Actor = 'client' | 'staff';

export function sealQuote(vault: Vault, key: ServiceKey, actor: Actor, quoted: Quoted): string {
  return vault.seal(boundTo(key, actor), JSON.stringify(quoted));
}

/** Null when it is not one of ours for this service. */
export function openQuote(vault: Vault, key: ServiceKey, actor: Actor, sealed: string): Quoted | null {
  try {
    return JSON.parse(vault.open(boundTo(key, actor), sealed)) as Quoted;
  } catch {
    return null;
  }
}

export function expiryOf({ at }: Pick<Quoted, 'at'>): Date {
  return new Date(new Date(at).getTime() + quoteMinutes * 60_000);
}

export function digestOf(shown: Json): string {
  return hashToken(JSON.stringify(shown)).toString('base64url');
}
