import { PageOutlet } from '../kernel/pages/outlet.tsx';
import { locale } from '../kernel/i18n/locale.ts';
import { brand } from '../kernel/session/brand.ts';
import { BrandMark } from './brand-mark.tsx';
import { OtherLanguage } from './other-language.tsx';
import { PublicPlaces } from './public-places.tsx';

/** Around pages before signing in: the brand, one thing to do, and the choice of language. */
export function BareShell() {
  const current = locale.use();
  const { tagline, supportEmail } = brand.use();
  return (
    <div className="mx-auto flex min-h-dvh max-w-md flex-col px-4 py-6 sm:py-10">
      <header className="flex items-center justify-between gap-4">
        <BrandMark />
        <OtherLanguage />
      </header>
      {/* Not centered: what stands above must not move while the footer is still on its way. */}
      <main id="main" tabIndex={-1} className="grow py-8 sm:pt-[12dvh]">
        <PageOutlet />
      </main>
      <footer className="flex flex-col items-center gap-1 text-center text-13 text-muted">
        <PublicPlaces className="mb-1" />
        {tagline[current] && <p>{tagline[current]}</p>}
        {supportEmail && (
          <p>
            <a href={`mailto:${supportEmail}`} className="text-muted hover:text-ink">
              {supportEmail}
            </a>
          </p>
        )}
      </footer>
    </div>
  );
}
