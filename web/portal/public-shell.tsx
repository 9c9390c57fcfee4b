import { locale } from '../kernel/i18n/locale.ts';
import { PageOutlet } from '../kernel/pages/outlet.tsx';
import { paths } from '../kernel/paths.ts';
import { brand } from '../kernel/session/brand.ts';
import { useSession } from '../kernel/session/session.ts';
import { useKernelText } from '../kernel/text/index.ts';
import { LinkButton } from '../ui/button.tsx';
import { BrandMark } from './brand-mark.tsx';
import { OtherLanguage } from './other-language.tsx';
import { PublicPlaces } from './public-places.tsx';
import { usePortalText } from './text/index.ts';

/** Around pages for everybody: the brand, the other public places, the language, and the way in. */
export function PublicShell() {
  const text = useKernelText();
  const { visitor: words } = usePortalText();
  const known = useSession() !== null;
  const { tagline, supportEmail } = brand.use();
  const current = locale.use();
  return (
    <div className="flex min-h-dvh flex-col">
      <a href="#main" className="skip-link">
        {text.skipToContent}
      </a>
      <header className="no-print border-b border-line bg-surface">
        <div className="mx-auto flex max-w-[70rem] flex-wrap items-center gap-x-6 px-4 sm:px-6 lg:px-8">
          <a
            href={paths.root()}
            className="flex min-h-14 min-w-0 grow items-center text-ink no-underline sm:grow-0"
          >
            <BrandMark />
          </a>
          <LinkButton
            to={known ? paths.root() : paths.signIn()}
            weight={known ? 'secondary' : 'primary'}
            className="order-2 sm:order-3"
          >
            {known ? words.account : words.signIn}
          </LinkButton>
          <PublicPlaces className="order-3 -mx-2 w-full sm:order-2 sm:w-auto sm:grow" />
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-[70rem] grow px-4 pt-6 pb-16 sm:px-6 lg:px-8 lg:pt-10"
      >
        <PageOutlet />
      </main>
      <footer className="no-print border-t border-line bg-surface">
        <div className="mx-auto flex max-w-[70rem] flex-wrap items-center justify-between gap-x-6 gap-y-1 px-4 py-4 text-13 text-muted sm:px-6 lg:px-8">
          <p>{tagline[current]}</p>
          <div className="flex flex-wrap items-center gap-x-6">
            {supportEmail && (
              <a href={`mailto:${supportEmail}`} className="inline-flex min-h-11 items-center text-muted">
                {supportEmail}
              </a>
            )}
            <OtherLanguage />
          </div>
        </div>
      </footer>
    </div>
  );
}
