import { defineMessage } from '../../kernel/messages.ts';
import { describeQuantity } from '../catalog/index.ts';

interface Reached {
  names: { id: string; en: string };
  meter: { id: string; en: string };
  unit: { id: string; en: string };
  percent: number;
  used: string;
  included: string;
  path: string;
}

export const thresholdMessage = defineMessage<Reached>({
  name: 'usage.threshold-reached',
  topic: 'services',
  text: {
    id: ({ names, meter, unit, percent, used, included, path }, { name, tone }) => ({
      subject: `${percent}% kuota ${meter.id} di ${names.id} terpakai`,
      paragraphs: [
        ...(tone === 'short' ? [] : [`Halo ${name},`]),
        `Pemakaian ${meter.id} pada ${names.id} sudah ${describeQuantity(used, unit, 'id')} dari ${describeQuantity(included, unit, 'id')} yang termasuk dalam periode ini.`,
        percent >= 100
          ? 'Pemakaian selanjutnya dihitung dengan harga yang disepakati dan masuk ke tagihan berikutnya.'
          : 'Layanan tetap berjalan seperti biasa. Yang melebihi kuota baru akan dihitung di tagihan berikutnya.',
      ],
      act: { label: 'Lihat pemakaian', path },
    }),
    en: ({ names, meter, unit, percent, used, included, path }, { name, tone }) => ({
      subject: `${percent}% of ${meter.en} included in ${names.en} is used`,
      paragraphs: [
        ...(tone === 'short' ? [] : [`Hello ${name},`]),
        `${names.en} has used ${describeQuantity(used, unit, 'en')} of ${meter.en}, out of ${describeQuantity(included, unit, 'en')} included in this period.`,
        percent >= 100
          ? 'What is used from now on is charged at the agreed price, on your next invoice.'
          : 'The service runs as usual. Only what goes beyond is charged, on your next invoice.',
      ],
      act: { label: 'See the usage', path },
    }),
  },
});
