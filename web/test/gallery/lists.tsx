import { useState } from 'react';
import type { Money } from '../../kernel/format/money.ts';
import { paths } from '../../kernel/paths.ts';
import { Button } from '../../ui/button.tsx';
import { Card, FigureCard } from '../../ui/card.tsx';
import { BulkActs, type Column, DataTable } from '../../ui/data-table.tsx';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { FilterChips } from '../../ui/filter-chips.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { MoneyText } from '../../ui/money.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { type SafeHtml, SafeHtmlView } from '../../ui/safe-html.tsx';
import { StatusChip } from '../../ui/status-chip.tsx';
import { Time } from '../../ui/time.tsx';
import { Timeline } from '../../ui/timeline.tsx';

interface Row {
  id: string;
  number: string;
  due: string;
  total: Money;
  paid: boolean;
}

const rp = (amount: number): Money => ({ amount, currency: 'IDR' });
const rows: Row[] = [
  { id: '1', number: 'INV-2026-00042', due: '2026-11-30', total: rp(1_110_000), paid: false },
  { id: '2', number: 'INV-2026-00031', due: '2026-10-31', total: rp(25_250_750), paid: true },
  {
    id: '3',
    number: 'INV-2026-00029',
    due: '2026-10-01',
    total: { amount: -7_400, currency: 'USD' },
    paid: true,
  },
];

const columns: Column<Row>[] = [
  { key: 'number', header: 'Nomor', card: 'title', cell: (row) => row.number },
  { key: 'due', header: 'Jatuh tempo', card: 'when', cell: (row) => <Time value={row.due} /> },
  {
    key: 'state',
    header: 'Status',
    card: 'state',
    cell: (row) => (
      <StatusChip tone={row.paid ? 'good' : 'attention'}>{row.paid ? 'Lunas' : 'Belum dibayar'}</StatusChip>
    ),
  },
  {
    key: 'total',
    header: 'Jumlah',
    card: 'figure',
    align: 'end',
    cell: (row) => <MoneyText value={row.total} />,
  },
];

export function Lists() {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(['1']));
  return (
    <>
      <PageHeader
        title="INV-2026-00042"
        state={<StatusChip tone="attention">Belum dibayar</StatusChip>}
        lead="Untuk VPS Bisnis 4 GB, Desember 2026"
        crumbs={[{ label: 'Tagihan', to: paths.root() }]}
        act={<Button wide>Bayar Rp1.110.000</Button>}
      />
      <FilterChips
        name="status"
        label="Status"
        choices={[
          { value: 'due', label: 'Belum dibayar', count: 2 },
          { value: 'overdue', label: 'Terlambat' },
          { value: 'paid', label: 'Lunas', count: 38 },
        ]}
      />
      <Card flush>
        <DataTable
          caption="Tagihan"
          rows={rows}
          columns={columns}
          rowKey={(row) => row.id}
          to={() => paths.root()}
          selection={{ chosen, onChange: setChosen, nameOf: (row) => row.number }}
        />
        <LoadMore more={() => undefined} busy={false} />
      </Card>
      <BulkActs chosen={chosen} onChange={setChosen}>
        <Button>Bayar sekaligus</Button>
      </BulkActs>
      <div className="grid gap-4 sm:grid-cols-3">
        <FigureCard
          title="Harus dibayar"
          figure={<MoneyText value={rp(1_110_000)} />}
          context="1 tagihan, jatuh tempo besok"
        />
        <FigureCard title="Layanan" figure="4 berjalan" context="Semuanya sehat" />
        <FigureCard title="Bantuan" figure="1 dijawab" context="Balasan baru 12 menit yang lalu" />
      </div>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card title="Rincian">
          <DefinitionList
            facts={[
              { term: 'Tanggal', value: <Time value="2026-11-21" style="date" /> },
              { term: 'Jatuh tempo', value: <Time value="2026-11-30" style="date" /> },
              {
                term: 'Untuk',
                value: 'PT Maju Jaya Sentosa, Jl. Jenderal Sudirman Kav. 52–53, Jakarta Selatan 12190',
              },
            ]}
          />
        </Card>
        <Card title="Riwayat">
          <Timeline
            items={[
              {
                id: '3',
                words: 'Pembayaran Rp500.000 diterima',
                at: '2026-11-20T03:00:00Z',
                icon: 'done',
                tone: 'good',
              },
              {
                id: '2',
                words: 'Pengingat dikirim ke keuangan@majujaya.co.id',
                at: '2026-11-19T03:00:00Z',
                icon: 'mail',
              },
              {
                id: '1',
                words: 'Tagihan diterbitkan',
                at: '2026-11-01T03:00:00Z',
                icon: 'billing',
                by: 'Siti Rahma',
              },
            ]}
          />
        </Card>
      </div>
      <Card title="Artikel">
        <SafeHtmlView
          html={
            '<h2>Mengganti DNS</h2><p>Buka <strong>Layanan</strong>, lalu <a href="/">pilih domain</a>.</p><ul><li>Tunggu paling lama satu jam.</li></ul><pre><code>ns1.nusantara.cloud</code></pre>' as SafeHtml
          }
        />
      </Card>
    </>
  );
}
