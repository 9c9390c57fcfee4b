import type { ComingPrice } from '../../../../server/modules/pricing/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { Banner } from '../../../ui/banner.tsx';
import { useText } from '../text/coming.ts';

/** On a client's service: the price that was announced for later. */
export function Part({ serviceId }: { serviceId: string }) {
  const words = useText();
  const format = useFormat();
  const { data } = useSideData<ComingPrice>(`/api/console/services/${serviceId}/coming-price`, {
    facts: 'services.',
    subject: serviceId,
  });
  if (!data?.coming) return null;
  const { on, before, after } = data.coming;
  return (
    <Banner tone="info" title={words.title(format.date(on))}>
      {words.body(format.money(before), format.money(after))}
    </Banner>
  );
}
