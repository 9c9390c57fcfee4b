import { Select } from '../../../ui/inputs.tsx';
import { TermFields } from '../../catalog/console/term-fields.tsx';
import { useDeskText } from '../text/desk.ts';
import type { Line } from './offer-values.ts';

type PlanLine = Extract<Line, { kind: 'plan' }>;

/** For how long a line is offered: as its plan says, without a term, or for one of the offer's own. */
export function OfferTerm({
  line,
  at,
  currency,
  error,
  onChange,
}: {
  line: PlanLine;
  at: string;
  currency: string;
  error: string | undefined;
  onChange: (line: PlanLine) => void;
}) {
  const { form: words } = useDeskText();
  return (
    <>
      <Select
        name={`${at}.lasts`}
        label={words.term}
        value={line.lasts}
        onValue={(lasts) => onChange({ ...line, lasts })}
        choices={(['plan', 'none', 'own'] as const).map((value) => ({ value, label: words.lasts[value] }))}
      />
      {line.lasts === 'own' && (
        <div className="sm:col-span-3">
          <TermFields
            value={line.own}
            onValue={(own) => onChange({ ...line, own })}
            error={error}
            prices={[{ currency, cycle: line.item.cycle, recurring: 0, setup: 0 }]}
            prefix={`${at}.`}
            required
          />
        </div>
      )}
    </>
  );
}
