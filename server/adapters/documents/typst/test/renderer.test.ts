import { afterAll, describe, expect, test } from 'vitest';
import type { DocumentOptions, DocumentTemplate } from '../../../../kernel/documents.ts';
import type { Json } from '../../../../kernel/values/json.ts';
import { createTypstRenderer } from '../renderer.ts';
import { readPdf } from './read-pdf.ts';

const renderer = createTypstRenderer();
afterAll(() => renderer.close());

const letter: DocumentTemplate = {
  name: 'letter',
  source: '#let data = json(bytes(sys.inputs.data))\n= #data.heading\n#data.text',
};
const options: DocumentOptions = {
  locale: 'id',
  createdAt: new Date('2026-11-21T03:04:05Z'),
  title: 'Surat “satu” & dua',
};

function render(data: Json, more: Partial<DocumentOptions> = {}, from = renderer): Promise<Uint8Array> {
  return from.render(letter, data, { ...options, ...more });
}

describe('the typst renderer', () => {
  test('makes a tagged PDF/A-3a with title, language and date', async () => {
    const { raw, pages, count } = readPdf(await render({ heading: 'Kepada', text: 'Isi surat' }));
    expect(raw).toMatch(/^%PDF-1\.7/);
    expect(raw).toContain('<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>');
    expect(raw).toContain('/StructTreeRoot');
    expect(count('H1')).toBe(1);
    expect(raw).toContain('/Lang (id)');
    expect(raw).toContain('<xmp:CreateDate>2026-11-21T03:04:05+00:00</xmp:CreateDate>');
    const xmp = Buffer.from(raw, 'latin1').toString('utf8');
    expect(xmp).toContain('Surat “satu” &amp; dua</rdf:li>');
    expect(pages.map((page) => page.text)).toEqual(['Kepada Isi surat']);
  });

  test('gives the same bytes for the same input, from any worker', async () => {
    const data = { heading: 'A', text: 'B' };
    const other = createTypstRenderer();
    const [one, two, elsewhere] = await Promise.all([render(data), render(data), render(data, {}, other)]);
    await other.close();
    expect(Buffer.compare(one, two)).toBe(0);
    expect(Buffer.compare(one, elsewhere)).toBe(0);
    const later = await render(data, { createdAt: new Date('2026-11-21T03:04:06Z') });
    expect(Buffer.compare(one, later)).not.toBe(0);
  });

  test.each([
    '#read("/etc/passwd")',
    '#panic("x")',
    '$x^2$ *bold* _slanted_ `raw` \\ \\u{41} @ref <label> // gone',
    '"] #import "@preview/x:1.0.0" [',
  ])('prints %s as it stands', async (text) => {
    const { pages } = readPdf(await render({ heading: text, text }));
    expect(pages[0]!.text).toContain(text);
  });

  test('prints what no font has without the archive standard rather than not at all', async () => {
    const { raw, pages } = readPdf(await render({ heading: 'A', text: 'before \u{10fffd} after' }));
    expect(raw).not.toContain('pdfaid:conformance');
    expect(raw).toContain('/StructTreeRoot');
    expect(pages[0]!.text).toMatch(/before.*after/);
  });

  test.each([
    '#read("/etc/passwd")',
    '#read("worker.ts")',
    '#read("../worker.ts")',
    '#let',
    '= #data.nothing',
    `#image(bytes("<svg xmlns='http://www.w3.org/2000/svg'><image href='/etc/hostname.png'/></svg>"))`,
  ])('a template cannot %s', async (source) => {
    const asked = renderer.render(
      { name: 'bad', source: letter.source + source },
      { heading: 'A', text: 'B' },
      options,
    );
    await expect(asked).rejects.toMatchObject({ reason: 'template' });
    await expect(render({ heading: 'A', text: 'B' })).resolves.toBeInstanceOf(Uint8Array);
  });
});
