import { useFormat } from '../../kernel/format/use-format.ts';
import { Card } from '../../ui/card.tsx';
import { BarChart, Sparkline } from '../../ui/chart.tsx';

const days = ['Sen', 'Sel', 'Rab', 'Kam', 'Jum', 'Sab', 'Min'];
const traffic = [12, 18, 9, 24, 31, 7, 5];

export function Charts() {
  const { bytes } = useFormat();
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <Card title="Lalu lintas">
        <BarChart
          title="Lalu lintas per hari, 7 hari terakhir, WIB"
          points={days.map((label, index) => ({ label, value: traffic[index]! * 1024 ** 3 }))}
          format={bytes}
          limit={{ value: 28 * 1024 ** 3, label: 'Batas 28 GB' }}
        />
      </Card>
      <Card title="Beban">
        <Sparkline
          values={[3, 5, 4, 8, 6, 9, 4, 3, 7, 8, 12, 9]}
          summary="Beban 12 jam terakhir, tertinggi 12 %"
        />
      </Card>
    </div>
  );
}
