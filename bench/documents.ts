import { mkdir, writeFile } from 'node:fs/promises';
import { createTypstRenderer } from '../server/adapters/documents/typst/renderer.ts';
import { invoiceTemplate } from '../server/modules/billing/documents/invoice-template.ts';
import { invoiceDocument } from '../server/modules/billing/documents/invoice.ts';
import { brand, invoice, line } from '../server/modules/billing/documents/test/samples.ts';
import { cpuMilliseconds, family } from './processes.ts';
import { machine } from './report.ts';

/** `npm run bench:documents`: how many invoices a second become PDFs, by one worker and by two, each of one line and of ten. */
const args = process.argv.slice(2);
const many = Number(args[args.indexOf('--documents') + 1 || -1] ?? '300');
const results = [];

console.log(machine());
console.log('workers  lines   PDFs/s   CPU ms each');
for (const size of [1, 2])
  for (const lines of [1, 10]) {
    const renderer = createTypstRenderer({ size, queueLimit: many, timeoutMs: 600_000 });
    // No two are alike, as with real ones.
    const render = (n: number) => {
      const number = `INV-2026-${String(n).padStart(6, '0')}`;
      const buyer = { ...invoice.buyer, name: `PT Pembeli ${n}` };
      const model = { ...invoice, number, buyer, lines: Array.from({ length: lines }, () => line) };
      const data = invoiceDocument(model, n % 2 ? 'id' : 'en', brand);
      return renderer.render(invoiceTemplate, data, {
        locale: n % 2 ? 'id' : 'en',
        createdAt: new Date(0),
        title: data.title,
      });
    };
    await Promise.all(Array.from({ length: 10 * size }, (_, n) => render(n)));
    const cpu = () => cpuMilliseconds(family(process.pid));
    const [began, before] = [performance.now(), cpu()];
    await Promise.all(Array.from({ length: many }, (_, n) => render(1000 + n)));
    const perSecond = (many / (performance.now() - began)) * 1000;
    const cpuMs = (cpu() - before) / many;
    results.push({ size, lines, perSecond, cpuMs });
    console.log(
      `${String(size).padEnd(9)}${String(lines).padEnd(6)}${perSecond.toFixed(0).padStart(8)}${cpuMs.toFixed(1).padStart(14)}`,
    );
    await renderer.close();
  }
await mkdir(new URL('results/', import.meta.url), { recursive: true });
await writeFile(
  new URL('results/documents.json', import.meta.url),
  `${JSON.stringify({ machine: machine(), results }, null, 2)}\n`,
);
