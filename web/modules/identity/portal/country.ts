import { languageTag } from '../../../kernel/format/money.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';

/** The name of a country in the language on screen. */
export function useCountry(code: string | null): string | null {
  const { locale } = useFormat();
  return code && (new Intl.DisplayNames(languageTag(locale), { type: 'region' }).of(code) ?? code);
}
