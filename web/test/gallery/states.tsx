import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { ListSkeleton, PageSkeleton } from '../../ui/skeletons.tsx';
import { EmptyState, ErrorState, NoResult } from '../../ui/states.tsx';

const run = () => undefined;

export function States() {
  return (
    <>
      <div className="grid gap-4 lg:grid-cols-3">
        <Card>
          <EmptyState icon="billing" title="Belum ada tagihan" small act={<Button>Pesan layanan</Button>}>
            Tagihan pertama Anda tampil di sini setelah Anda memesan.
          </EmptyState>
        </Card>
        <Card>
          <NoResult query="rumah pohon" onClear={run} />
        </Card>
        <Card>
          <ErrorState
            title="Halaman ini gagal dimuat"
            words="Kami belum bisa menjawab sekarang. Coba lagi sebentar lagi."
            reference="req-7K2M"
            retry={{ label: 'Coba lagi', run }}
          />
        </Card>
      </div>
      <Card flush>
        <ListSkeleton />
      </Card>
      <PageSkeleton shape="overview" />
      <PageSkeleton shape="conversation" />
    </>
  );
}
