import { locale } from './i18n/locale.ts';
import { fillFromBoot } from './query/client.ts';
import { type Brand, brand } from './session/brand.ts';
import { type Locale, type Session, session } from './session/session.ts';
import { theme } from './theme.ts';

/** What the server writes into the HTML: who is here, and the answers the page would otherwise ask for first. */
export interface Boot {
  session: Session | null;
  brand: Brand;
  locale: Locale;
  /** API url → its JSON. */
  data: Record<string, unknown>;
  version: string;
}

export function takeBoot(): Boot {
  const boot = JSON.parse(document.getElementById('boot')!.textContent!) as Boot;
  session.set(boot.session);
  brand.set(boot.brand);
  locale.set(boot.locale);
  theme.set(boot.session?.person.theme ?? 'system');
  fillFromBoot(boot.data);
  return boot;
}
