import { locale, switchLocale } from '../kernel/i18n/locale.ts';
import { withQuery } from '../kernel/pages/match.ts';
import { useVisit } from '../kernel/pages/visit.ts';
import { useKernelText } from '../kernel/text/index.ts';

/** A link that says the language in the address, for who has no script; others switch where they are. */
export function OtherLanguage() {
  const text = useKernelText();
  const { pathname, search } = useVisit();
  const other = locale.use() === 'id' ? 'en' : 'id';
  const query = { ...Object.fromEntries(new URLSearchParams(search)), lang: other };
  return (
    <a
      href={withQuery(pathname, query)}
      lang={other}
      hrefLang={other}
      className="inline-flex min-h-11 items-center text-muted"
      onClick={(event) => {
        event.preventDefault();
        void switchLocale(other);
      }}
    >
      {text.languages[other]}
    </a>
  );
}
