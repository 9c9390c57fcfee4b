import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { createTypstRenderer } from '../../../../adapters/documents/typst/renderer.ts';
import type { ReadPdf } from '../../../../adapters/documents/typst/test/read-pdf.ts';
import { readPdf } from '../../../../adapters/documents/typst/test/read-pdf.ts';
import type { Locale } from '../../../../kernel/values/money.ts';
import type { DocumentBrand } from '../brand.ts';
import { invoiceTemplate } from '../invoice-template.ts';
import type { InvoiceDocumentModel } from '../invoice.ts';
import { invoiceDocument } from '../invoice.ts';
import { receiptTemplate } from '../receipt-template.ts';
import type { ReceiptDocumentModel } from '../receipt.ts';
import { receiptDocument } from '../receipt.ts';
import { groupStatementTemplate } from '../group-statement-template.ts';
import { groupStatementDocument } from '../group-statement.ts';
import { brand, buyer, groupStatement, invoice, line, receipt, seller } from './samples.ts';

const renderer = createTypstRenderer();
afterAll(() => renderer.close());
const createdAt = new Date('2026-11-21T03:04:05Z');

async function printInvoice(model: InvoiceDocumentModel, locale: Locale = 'id', look: DocumentBrand = brand) {
  const data = invoiceDocument(model, locale, look);
  return readPdf(await renderer.render(invoiceTemplate, data, { locale, createdAt, title: data.title }));
}

async function printReceipt(model: ReceiptDocumentModel, locale: Locale = 'id', look: DocumentBrand = brand) {
  const data = receiptDocument(model, locale, look);
  return readPdf(await renderer.render(receiptTemplate, data, { locale, createdAt, title: data.title }));
}

async function printGroup(model: typeof groupStatement, locale: Locale = 'id') {
  const data = groupStatementDocument(model, locale, brand);
  return readPdf(
    await renderer.render(groupStatementTemplate, data, { locale, createdAt, title: data.title }),
  );
}

/** A4 with margins of 20 mm at the sides; half a point is left to rounding and to strokes that lean out. */
function expectInsideMargins({ pages }: ReadPdf): void {
  const side = (20 / 25.4) * 72 - 0.5;
  for (const run of pages.flatMap((page) => page.runs)) {
    expect(run.x, run.text).toBeGreaterThan(side);
    expect(run.x + run.width, run.text).toBeLessThan(595.28 - side);
    expect(run.y, run.text).toBeGreaterThan(20);
    expect(run.y, run.text).toBeLessThan(822);
  }
}

/** Long words are printed in pieces, so texts are compared without their spaces. */
function letters(text: string): string {
  return text.replace(/\s/g, '');
}

describe('a printed statement of a group', () => {
  test('says each and all together, tagged as tables under headings', async () => {
    const { pages, raw, count } = await printGroup(groupStatement);
    const said = ['Rekening koran grup', 'Rp1.400.000', 'PT Kopi Tiga Gunung', 'CV Anak Kopi', 'Bersama'];
    said.push('dibayar PT Kopi Tiga Gunung', 'INV/2026/00007', '1.500.000', '−100.000');
    for (const words of said) expect(letters(pages[0]!.text)).toContain(letters(words));
    expect(raw).toContain('<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>');
    expect([count('H1'), count('H2'), count('Table'), count('TH')]).toEqual([1, 2, 3, 17]);
  });

  test('keeps to its margins with many lines and long names, and says where there are too many', async () => {
    const name = 'Perkumpulan Pengusaha Mikro Kecil dan Menengah Nusantara Sejahtera Mandiri '.repeat(2);
    const [first] = groupStatement.lines!.get('b')!;
    const many = Array.from({ length: 90 }, () => ({ ...first!, change: 9_007_199_254_740 }));
    const long = {
      ...groupStatement,
      lines: new Map([['b', many]]),
      sums: {
        ...groupStatement.sums,
        accounts: groupStatement.sums.accounts.map((one) => ({ ...one, name })),
      },
    };
    const printed = await printGroup(long, 'en');
    expect(printed.pages.length).toBeGreaterThan(2);
    expectInsideMargins(printed);
    const without = await printGroup({ ...groupStatement, lines: null }, 'en');
    expect(letters(without.pages[0]!.text)).toContain(letters('the CSV has all of them'));
  });
});

describe('a printed invoice', () => {
  test('says in Indonesian what is owed, by whom, until when', async () => {
    const { pages, raw, count } = await printInvoice(invoice);
    expect(pages).toHaveLength(1);
    const said = ['Tagihan', 'INV-2026-00123', 'Belum dibayar', 'PT Kopi Tiga Gunung', 'Rp1.110.000'];
    said.push('jatuh tempo 5 Desember 2026', 'DPP nilai lain 11/12', 'PPN 12%', '8808 1234 5678 9012');
    said.push('Satu juta seratus sepuluh ribu rupiah', 'Terima kasih.', 'Halaman 1 dari 1');
    said.push('NITKU 0123456789012000000001', 'PO-7731', 'CC-12 Jakarta', 'Kode faktur pajak 04');
    for (const words of said) expect(letters(pages[0]!.text)).toContain(letters(words));
    expect(raw).toContain('<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>');
    expect([count('H1'), count('Table'), count('TH'), count('Figure')]).toEqual([1, 1, 5, 1]);
  });

  test('says it in English, without a column for taxes nobody pays', async () => {
    const model = { ...invoice, lines: [{ ...line, taxLabel: '' }], taxes: [], status: 'paid' } as const;
    const { pages, count } = await printInvoice(model, 'en', { ...brand, logo: null });
    for (const words of ['Invoice', 'Paid', 'paid in full', 'Unit price (IDR)', 'Page 1 of 1']) {
      expect(pages[0]!.text).toContain(words);
    }
    expect(pages[0]!.text).not.toMatch(/PPN|Tagihan|Halaman|How to pay/);
    expect([count('TH'), count('Figure')]).toEqual([4, 0]);
  });

  test('repeats its headings and counts its pages', async () => {
    const lines = Array.from({ length: 60 }, (_, at) => ({ ...line, description: `Layanan ${at + 1}.` }));
    const printed = await printInvoice({ ...invoice, lines });
    const pages = printed.pages.map(({ text }) => text);
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach((text, at) => {
      expect(text).toContain('Uraian');
      expect(text).toContain(`Halaman ${at + 1} dari ${pages.length}`);
      expect(text.includes('Tagihan INV-2026-00123')).toBe(at > 0);
    });
    const all = pages.join(' ');
    for (const { description } of lines) expect(all.split(description)).toHaveLength(2);
    expect(printed.count('TH')).toBe(5);
    expectInsideMargins(printed);
  });

  test('holds names, numbers and sums of any length between its margins', async () => {
    const name =
      'Perkumpulan Pengusaha Mikro Kecil dan Menengah Nusantara Sejahtera Mandiri Cabang Yogyakarta ';
    const party = {
      name: name.repeat(2),
      addressLines: ['W'.repeat(300)],
      taxId: '9'.repeat(60),
      email: 'm'.repeat(90),
    };
    const most = 2n ** 63n - 1n;
    const long = { ...line, description: 'x'.repeat(700), taxLabel: name, unitPrice: most, amount: most };
    const printed = await printInvoice(
      {
        ...invoice,
        number: 'INV-'.repeat(30),
        seller: party,
        buyer: party,
        lines: [long, { ...long, description: name.repeat(6), quantity: '1234567.891' }],
        taxes: [
          {
            label: name.repeat(3),
            base: { label: 'Y'.repeat(99), amount: most },
            amount: most,
            reason: name,
          },
        ],
        total: most,
        balance: most,
        payment: Array.from({ length: 12 }, () => ({ label: name, value: 'Z'.repeat(400) })),
        notes: 'n'.repeat(10_000),
      },
      'id',
      { ...brand, logo: null, footer: name.repeat(9) },
    );
    expectInsideMargins(printed);
    expect(letters(printed.pages.map(({ text }) => text).join(''))).toContain('n'.repeat(500));
  });

  test.each([
    '#read("/etc/passwd")',
    '#panic() #sys.inputs.data',
    '$x^2$ *bold* _slant_ `raw` \\ \\u{41} @ref <label> // gone /* gone */',
    '= heading',
    '"] #include "worker.ts" [',
    '#set page(width: 1pt)',
    '1x1 -> -- --- ... ~ \'q\' "q" &amp; {{x}} ${x} %s',
  ])('prints %s as it was typed, wherever it was typed', async (text) => {
    const printed = await printInvoice({
      ...invoice,
      number: text,
      seller: { name: text, addressLines: [text], taxId: text, email: text },
      buyer: { name: text, addressLines: [text], taxId: text, email: text },
      lines: [{ ...line, description: text, taxLabel: text }],
      taxes: [{ label: text, base: { label: text, amount: 1n }, amount: 1n, reason: text }],
      payment: [{ label: text, value: text }],
      references: { purchaseOrder: text, buyerReference: text, transactionCode: text, accounting: null },
      notes: text,
    });
    const page = letters(printed.pages.map((each) => each.text).join(''));
    expect(page.split(letters(text)).length - 1).toBeGreaterThanOrEqual(15);
    expectInsideMargins(printed);
  });

  test('prints any characters at all', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    const party = fc.record({
      name: text,
      addressLines: fc.array(text, { maxLength: 3 }),
      taxId: text,
      email: text,
    });
    await fc.assert(
      fc.asyncProperty(
        party,
        party,
        fc.array(text, { minLength: 5, maxLength: 5 }),
        async (from, to, texts) => {
          const [number = '', description = '', label = '', notes = '', footer = ''] = texts;
          const model = {
            ...invoice,
            number,
            seller: from,
            buyer: to,
            notes,
            lines: [{ ...line, description }],
          };
          model.payment = [{ label, value: label }];
          const printed = await printInvoice(model, 'en', { ...brand, footer });
          expect(printed.raw).toContain('/StructTreeRoot');
        },
      ),
      // A fixed seed: a crash of the compiler on some rare character is its bug, to be found on purpose and not by chance.
      { numRuns: 25, seed: 20261121 },
    );
  });

  test('prints scripts that run the other way, joined letters, and pictures among letters', async () => {
    const mixed = 'مرحبا بالعالم 123 שלום 日本語 Ελλάδα Привет 👩‍👧 é';
    const { pages } = await printInvoice({ ...invoice, buyer: { ...buyer, name: mixed }, notes: mixed });
    expect(letters(pages[0]!.text)).toContain('ΕλλάδαПривет');
  });

  test('draws a PNG logo', async () => {
    const pixel =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';
    const printed = await printInvoice(invoice, 'id', { ...brand, logo: { format: 'png', base64: pixel } });
    expect(printed.raw).toContain('/Subtype /Image');
    expect(printed.count('Figure')).toBe(1);
  });

  test('is the same to the byte when made again', async () => {
    const [one, two] = await Promise.all([printInvoice(invoice), printInvoice(invoice)]);
    expect(one.raw).toBe(two.raw);
  });
});

describe('a printed receipt', () => {
  test.each([
    ['id', ['Kwitansi', 'Telah terima dari', 'Uang sejumlah', 'Satu juta seratus sepuluh ribu rupiah']],
    ['id', ['Untuk pembayaran', 'Tagihan INV-2026-00123', 'Jakarta, 21 November 2026', 'Sari Wulandari']],
    ['en', ['Receipt', 'Received from', 'The sum of', 'One million one hundred ten thousand rupiah']],
  ] as const)('says in %s: %s', async (locale, said) => {
    const { pages } = await printReceipt(receipt, locale);
    expect(pages).toHaveLength(1);
    for (const words of said) expect(pages[0]!.text).toContain(words);
  });

  test('leaves room for a duty stamp only where one is due', async () => {
    const [without, withStamp] = await Promise.all([
      printReceipt(receipt),
      printReceipt({ ...receipt, dutyStamp: true }),
    ]);
    expect(without.pages[0]!.text).not.toContain('Meterai');
    expect(withStamp.pages[0]!.text).toContain('Meterai');
  });

  test('holds long names and many invoices between its margins', async () => {
    const payments = Array.from({ length: 90 }, (_, at) => `Tagihan INV-2026-${at} ${'panjang '.repeat(20)}`);
    const signature = { name: 'S'.repeat(80), role: 'R'.repeat(80) };
    const printed = await printReceipt({ ...receipt, payments, signature, method: 'M'.repeat(90), seller });
    expect(printed.pages.length).toBeGreaterThan(2);
    expectInsideMargins(printed);
  });
});
