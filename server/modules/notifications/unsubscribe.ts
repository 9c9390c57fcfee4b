import type { Locale } from '../../kernel/auth/actor.ts';
import type { Vault } from '../../kernel/crypto.ts';
import type { Id } from '../../kernel/values/ids.ts';

const labels: Record<Locale, string> = {
  id: 'Berhenti menerima email seperti ini',
  en: 'Stop getting mail like this',
};

/**
 * Refuses one topic by mail for one person, without signing in: `page` is for people, `oneClick` for mail programs (RFC 8058). What
 * the link says is sealed, so it cannot be made up.
 */
export function unsubscribeLink(
  vault: Vault,
  publicUrl: URL,
  person: Id<'person'>,
  topic: string,
  locale: Locale,
) {
  const token = vault.seal('notifications.unsubscribe', JSON.stringify([person, topic]));
  return {
    label: labels[locale],
    page: new URL(`/unsubscribe#token=${token}`, publicUrl).href,
    oneClick: new URL(`/api/unsubscribe/${token}`, publicUrl).href,
  };
}

/** The same for an address without an account: what a kind of message says its link ends. */
export function stopLink(vault: Vault, publicUrl: URL, kind: string, of: string, locale: Locale) {
  const token = vault.seal('notifications.unsubscribe', JSON.stringify({ kind, of }));
  return {
    label: labels[locale],
    page: new URL(`/unsubscribe?copied=1#token=${token}`, publicUrl).href,
    oneClick: new URL(`/api/unsubscribe/${token}`, publicUrl).href,
  };
}

/** Whom and what a link is about; null when it was not made here. */
export function readUnsubscribe(
  vault: Vault,
  token: string,
): { person: Id<'person'>; topic: string } | { kind: string; of: string } | null {
  try {
    const said = JSON.parse(vault.open('notifications.unsubscribe', token)) as
      | [Id<'person'>, string]
      | { kind: string; of: string };
    return Array.isArray(said) ? { person: said[0], topic: said[1] } : said;
  } catch {
    return null;
  }
}
