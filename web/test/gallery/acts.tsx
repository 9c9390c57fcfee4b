import { useState } from 'react';
import { paths } from '../../kernel/paths.ts';
import { toast } from '../../kernel/toast.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button, IconButton, LinkButton } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { Menu } from '../../ui/menu.tsx';
import { MoreMenu } from '../../ui/more-menu.tsx';
import { CountBadge, StatusChip } from '../../ui/status-chip.tsx';
import { Steps } from '../../ui/steps.tsx';
import { Tabs } from '../../ui/tabs.tsx';

const run = () => undefined;

export function Acts() {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <div className="flex flex-wrap items-start gap-3">
        <Button>Bayar Rp1.110.000</Button>
        <Button weight="secondary" icon="download">
          Unduh PDF
        </Button>
        <Button weight="quiet">Nanti saja</Button>
        <Button weight="destructive" onClick={() => setAsking(true)}>
          Hentikan layanan
        </Button>
        <Button busy>Menyimpan</Button>
        <Button reason="Tagihan ini sudah lunas.">Bayar</Button>
        <LinkButton to={paths.root()} icon="plus" weight="secondary">
          Pesan yang baru
        </LinkButton>
        <IconButton icon="refresh" label="Muat ulang" />
        <CopyButton value="8808123456789" what="nomor rekening" />
        <MoreMenu
          label="Tindakan lain"
          groups={[
            [
              { label: 'Unduh', icon: 'download', run },
              { label: 'Kirim ulang', icon: 'mail', run, reason: 'Sudah dikirim 5 menit yang lalu' },
            ],
            [{ label: 'Batalkan', icon: 'stop', destructive: true, run }],
          ]}
        />
        <Menu
          label="Urutkan"
          className="rounded border border-line px-3 py-2"
          groups={[
            [
              { label: 'Terbaru', current: true, run },
              { label: 'Terlama', current: false, run },
            ],
          ]}
        >
          Terbaru
        </Menu>
        <Button weight="secondary" onClick={() => toast({ words: 'Artikel dihapus.', undo: run })}>
          Tampilkan kabar
        </Button>
        <KeyHint keys={['Mod', 'K']} />
      </div>
      <div className="flex flex-wrap gap-2">
        <StatusChip tone="good">Lunas</StatusChip>
        <StatusChip tone="attention">Jatuh tempo besok</StatusChip>
        <StatusChip tone="danger">Terlambat 3 hari</StatusChip>
        <StatusChip tone="info">Sedang disiapkan</StatusChip>
        <StatusChip tone="neutral">Draf</StatusChip>
        <CountBadge count={4} label="4 belum dibaca" />
      </div>
      <Banner
        tone="attention"
        title="Tagihan INV-2026-00042 jatuh tempo besok"
        act={<LinkButton to={paths.root()}>Bayar Rp1.110.000</LinkButton>}
      >
        Layanan tetap berjalan sampai 30 November.
      </Banner>
      <Banner tone="danger" title="Pembayaran terakhir ditolak bank" onDismiss={run} />
      <Banner tone="info" title="Pemeliharaan Sabtu pukul 01.00–02.00 WIB" onDismiss={run}>
        VPS Bisnis 4 GB tidak bisa dijangkau sekitar lima menit.
      </Banner>
      <Banner tone="good" title="Pembayaran Anda sudah masuk" />
      <Steps label="Pesan layanan" names={['Paket', 'Pilihan', 'Tinjau', 'Bayar']} now={1} />
      <Tabs
        label="Bagian"
        tabs={[
          { label: 'Ringkasan', to: paths.root() },
          { label: 'Pemakaian', to: paths.profile(), badge: { count: 2, label: '2 peringatan' } },
          { label: 'Riwayat', to: paths.security() },
        ]}
      />
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title="Hentikan VPS Bisnis 4 GB?"
        effect="Layanan berhenti pada 31 Desember 2026. Datanya disimpan 30 hari, lalu dihapus untuk selamanya."
        verb="Hentikan pada 31 Des"
        destructive
        typeFirst="HENTIKAN"
        onConfirm={() => setAsking(false)}
      />
    </>
  );
}
