import { useFormat } from '../../../kernel/format/use-format.ts';
import type { Metered as Words } from '../text/metered-en.ts';
import { type Charge, chargeWords } from './charge-words.ts';

/** What use costs on top of a price: a line for each thing that is measured. */
export function Metered({
  charges,
  currency,
  words,
}: {
  charges: readonly Charge[] | undefined;
  currency: string;
  words: Words;
}) {
  const format = useFormat();
  if (!charges?.length) return null;
  return (
    <div className="text-13 text-muted">
      <p className="font-medium">{words.title}</p>
      <ul className="ms-4 list-disc">
        {charges.map((charge) => (
          <li key={charge.meter.code}>
            {format.words(charge.meter.name)}: {chargeWords(charge, currency, words, format)}
          </li>
        ))}
      </ul>
    </div>
  );
}
