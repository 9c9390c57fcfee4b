import type { ServiceDetail } from '../../../../server/modules/services/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import type { Fact } from '../../../ui/definition-list.tsx';
import { useText } from '../text/term.ts';
import { useTermWords } from './term-words.ts';

/** On which day of the month a service is billed, and for how long it is agreed on, what follows and what leaving early costs; each where it has it. */
export function useTermFacts({
  term,
  price,
  billDay,
}: Pick<ServiceDetail, 'term' | 'price' | 'billDay'>): (Fact | false)[] {
  const words = useText();
  const format = useFormat();
  const { early, billedOn } = useTermWords();
  const day = billDay !== null && { term: words.billDay.title, value: billedOn(billDay) };
  if (!term) return [day];
  const { months, endsOn, follows, leaves, sayBy } = term;
  const said = words.follows[leaves ? 'leaves' : follows];
  const no = !leaves && sayBy ? `; ${words.sayBy(format.date(sayBy))}` : '';
  return [
    day,
    {
      term: words.title,
      value: (
        <>
          {words.length(months)} {words.until(format.date(endsOn))}, {said}
          {no}
          <span className="block text-13 font-normal text-muted">{early(term.early, price.currency)}</span>
        </>
      ),
    },
  ];
}
