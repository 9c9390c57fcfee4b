import type { Quote } from '../../../../server/modules/orders/contract.ts';
import type { ApiProblem } from '../../../kernel/api/problem.ts';
import { queryClient } from '../../../kernel/query/client.ts';
import { useAnswer } from '../../../kernel/query/use-answer.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import type { Selection } from './selection.ts';

export interface QuoteState {
  /** The last answer; of an earlier selection while `busy`. */
  quote: Quote | null;
  problem: ApiProblem | null;
  busy: boolean;
}

/** The exact price of a selection, asked of the server whenever it changes; nothing is asked for null. */
export function useQuote(selection: Selection | null, promotionCode: string): QuoteState {
  const { api: base } = useOrganization();
  const body = selection && { items: [selection], promotionCode };
  const { answer, ...state } = useAnswer<Quote>(`${base}/orders/quote`, body);
  return { quote: answer, ...state };
}

/** The same of what a guest chooses. */
export function useGuestQuote(
  selection: Selection | null,
  currency: string,
  promotionCode: string,
): QuoteState {
  const body = selection && { item: selection, currency, promotionCode };
  const { answer, ...state } = useAnswer<Quote>('/api/guest-orders/quote', body);
  return { quote: answer, ...state };
}

/** Prices may have changed: asks again for the one on screen. */
export async function forgetQuotes(base: string): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: [`${base}/orders/quote`] });
}
