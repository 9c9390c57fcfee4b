import type { ServiceDetail } from '../../../../server/modules/services/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import type { Fact } from '../../../ui/definition-list.tsx';
import { useText } from '../text/term.ts';
import { useTermWords } from './term-words.ts';

/** For how long a service is agreed on, what follows and what leaving early costs; nothing where it has no term. */
export function useTermFacts({ term, price }: Pick<ServiceDetail, 'term' | 'price'>): (Fact | false)[] {
  const words = useText();
  const format = useFormat();
  const { early } = useTermWords();
  if (!term) return [];
  const { months, endsOn, follows, leaves, sayBy } = term;
  const said = words.follows[leaves ? 'leaves' : follows];
  const no = !leaves && sayBy ? `; ${words.sayBy(format.date(sayBy))}` : '';
  return [
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
