import { PageOutlet } from '../kernel/pages/outlet.tsx';
import { locale, switchLocale } from '../kernel/i18n/locale.ts';
import { brand } from '../kernel/session/brand.ts';
import { useKernelText } from '../kernel/text/index.ts';
import { BrandMark } from './brand-mark.tsx';

/** Around pages before signing in: the brand, one thing to do, and the choice of language. */
export function BareShell() {
  const text = useKernelText();
  const current = locale.use();
  const other = current === 'id' ? 'en' : 'id';
  const { tagline, supportEmail } = brand.use();
  return (
    <div className="mx-auto flex min-h-dvh max-w-md flex-col px-4 py-6 sm:py-10">
      <header className="flex items-center justify-between gap-4">
        <BrandMark />
        <button
          type="button"
          lang={other}
          onClick={() => void switchLocale(other)}
          className="min-h-11 cursor-pointer rounded px-3 text-14 text-muted hover:bg-sunken hover:text-ink sm:min-h-9"
        >
          {text.languages[other]}
        </button>
      </header>
      <main id="main" tabIndex={-1} className="my-auto py-8">
        <PageOutlet />
      </main>
      <footer className="text-center text-13 text-muted">
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
