import { languageTag } from '../../../kernel/format/money.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';

/** Minutes as people say them: in days or hours where these come out even. */
export function useDuration(): (minutes: number) => string {
  const { locale } = useFormat();
  return (minutes) => {
    const [count, unit] =
      minutes % 1440 === 0 && minutes > 1440
        ? [minutes / 1440, 'day']
        : minutes % 60 === 0
          ? [minutes / 60, 'hour']
          : [minutes, 'minute'];
    return new Intl.NumberFormat(languageTag(locale), { style: 'unit', unit, unitDisplay: 'long' }).format(
      count,
    );
  };
}
