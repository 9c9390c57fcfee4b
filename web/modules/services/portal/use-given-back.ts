import { useQuery } from '@tanstack/react-query';
import type { ChangePreview } from '../../../../server/modules/orders/change-contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useCan } from '../../../kernel/session/can.ts';

/**
 * What comes back for paid time when a service ends at once and what leaving before the end of its term costs, with the quote that holds it;
 * null where neither is anything.
 */
export function useGivenBack(
  url: string,
  atOnce: boolean,
  inTerm: boolean,
): { given: ChangePreview | null; may: boolean } {
  const may = useCan('orders.change');
  const { data } = useQuery({
    queryKey: [`${url}/changes`, 'preview', 'end'],
    queryFn: () => api.post<ChangePreview>(`${url}/changes/preview`, { what: 'end' }, crypto.randomUUID()),
    enabled: atOnce && may,
    retry: false,
  });
  return { given: data && (data.credit.amount > 0 || inTerm) ? data : null, may };
}
