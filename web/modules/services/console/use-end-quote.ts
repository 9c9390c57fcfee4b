import { useQuery } from '@tanstack/react-query';
import type { ChangePreview } from '../../../../server/modules/orders/change-contract.ts';
import { api } from '../../../kernel/api/client.ts';

/** What ending a service at once costs and gives back, with the quote that holds it. */
export function useEndQuote(url: string, enabled: boolean): ChangePreview | null {
  const { data } = useQuery({
    queryKey: [`${url}/changes`, 'preview', 'end'],
    queryFn: () => api.post<ChangePreview>(`${url}/changes/preview`, { what: 'end' }, crypto.randomUUID()),
    enabled,
    retry: false,
  });
  return data ?? null;
}
