import { visitorZone } from './format/use-format.ts';
import { locale } from './i18n/locale.ts';
import { fillFromBoot } from './query/client.ts';
import { type Brand, brand } from './session/brand.ts';
import { type Locale, type Over, type Session, session, sessionOver } from './session/session.ts';
import { theme } from './theme.ts';

/** What the server writes into the HTML: who is here, and the answers the page would otherwise ask for first. */
export interface Boot {
  session: Session | null;
  brand: Brand;
  locale: Locale;
  /** IANA name of the business's zone: the times on pages for everybody, where the reader's zone is not known. */
  timeZone: string;
  /** Position of the facts from which the page listens: those before are in `data`. Null for visitors. */
  since: string | null;
  /** API url → its JSON. */
  data: Record<string, unknown>;
  /** What the page is about does not exist; its data were asked for in vain. */
  missing?: boolean;
  /** Why the session is over that this browser still had; only on pages before signing in. */
  over?: Over | null;
  version: string;
}

export function takeBoot(): Boot {
  const boot = JSON.parse(document.getElementById('boot')!.textContent!) as Boot;
  applyBoot(boot);
  return boot;
}

/** Puts what came with the page where its parts look for it. */
export function applyBoot(boot: Boot): void {
  session.set(boot.session);
  sessionOver.set(boot.over ?? null);
  brand.set(boot.brand);
  locale.set(boot.locale);
  theme.set(boot.session?.person.theme ?? 'system');
  visitorZone.set(boot.timeZone);
  fillFromBoot(boot.data);
}
