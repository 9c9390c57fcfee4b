import { formatDate } from '../../../kernel/values/dates.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';

type Locale = 'id' | 'en';
type Bilingual = { id: string; en: string };
const both = (say: (locale: Locale) => string): Bilingual => ({ id: say('id'), en: say('en') });

/** `1 h 30 min`, `45 menit`. */
export function duration(minutes: number, locale: Locale): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const units = locale === 'id' ? { h: 'jam', min: 'menit' } : { h: 'h', min: 'min' };
  return [hours > 0 && `${hours} ${units.h}`, (rest > 0 || hours === 0) && `${rest} ${units.min}`]
    .filter(Boolean)
    .join(' ');
}

export interface SaidEntry {
  workedOn: CalendarDate;
  minutes: number;
  note: string;
}

/** Of a text no more than so many characters. */
const shortened = (text: string, most: number) =>
  text.length <= most ? text : `${[...text].slice(0, most - 1).join('')}…`;

/** What stands on the invoice. `on`: the day, where the line is for one entry. */
export function describeLine(
  { number, subject }: { number: number; subject: string },
  minutes: number,
  on: CalendarDate | null,
): Bilingual {
  const about = shortened(subject, 120);
  return both((locale) => {
    const [time, day] = [duration(minutes, locale), on && formatDate(on, locale)];
    return locale === 'id'
      ? `Pengerjaan tiket #${number}${day ? `, ${day}` : ''}, ${time}: ${about}`
      : `Work on ticket #${number}${day ? `, ${day}` : ''}, ${time}: ${about}`;
  });
}

const shown = 20;

/** What a line is made of: each entry with its day, its minutes and what was done; and how they were rounded. */
export function explainLine(entries: readonly SaidEntry[], worked: number, billed: number): Bilingual {
  return both((locale) => {
    const said = entries
      .slice(0, shown)
      .map(({ workedOn, minutes, note }) =>
        [formatDate(workedOn, locale), duration(minutes, locale), shortened(note, 200)]
          .filter(Boolean)
          .join(', '),
      );
    const more = entries.length - shown;
    if (more > 0) said.push(locale === 'id' ? `dan ${more} catatan lain` : `and ${more} more entries`);
    const rounded =
      worked === billed
        ? ''
        : locale === 'id'
          ? ` Dikerjakan ${duration(worked, locale)}, dibulatkan menjadi ${duration(billed, locale)}.`
          : ` Worked ${duration(worked, locale)}, rounded up to ${duration(billed, locale)}.`;
    return `${said.join('; ')}.${rounded}`;
  });
}
