import type { Locale } from '../../../kernel/auth/actor.ts';
import type { Download } from '../../../kernel/http/route.ts';
import { csvRow } from '../../billing/index.ts';
import type { TimeEntry } from '../contract.ts';

const words = {
  id: {
    columns: ['Tanggal', 'Klien', 'Tiket', 'Petugas', 'Menit', 'Pekerjaan', 'Ditagihkan', 'Tagihan'],
    yes: 'ya',
    no: 'tidak',
  },
  en: {
    columns: ['Date', 'Client', 'Ticket', 'Agent', 'Minutes', 'Work', 'Billable', 'Invoice'],
    yes: 'yes',
    no: 'no',
  },
} as const;

/** Recorded time as CSV. */
export function entriesFile(items: readonly TimeEntry[], lang: Locale): Download {
  const { columns, yes, no } = words[lang];
  const rows = items.map(({ workedOn, client, ticket, person, minutes, note, billable, invoice }) =>
    csvRow([
      workedOn,
      client.name,
      `${ticket.number}`,
      person.name,
      `${minutes}`,
      note,
      billable ? yes : no,
      invoice ? (invoice.number ?? yes) : '',
    ]),
  );
  // Spreadsheets take the mark at the beginning as the sign of UTF-8.
  const body = Buffer.from(`\ufeff${csvRow(columns)}${rows.join('')}`);
  return { name: 'time.csv', type: 'text/csv; charset=utf-8', body };
}
