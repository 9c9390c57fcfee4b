import type { Terms } from '../../../../server/modules/orders/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Checkbox } from '../../../ui/choices.tsx';
import { useText } from '../text/index.ts';

/** The terms to read in place and to accept; works without script. */
export function AcceptTermsHere({
  terms,
  value,
  onValue,
  error,
}: {
  terms: NonNullable<Terms['terms']>;
  value: boolean;
  onValue: (value: boolean) => void;
  error?: string | undefined;
}) {
  const { flow: words } = useText();
  const format = useFormat();
  return (
    <div className="flex flex-col gap-1">
      <input type="hidden" name="termsVersion" value={terms.version} />
      <Checkbox
        name="accepted"
        label={words.terms(terms.version)}
        value={value}
        onValue={onValue}
        {...(error && { error })}
      />
      <details className="ps-8 text-body">
        <summary className="min-h-11 cursor-pointer py-2 text-accent-text underline sm:min-h-0 sm:py-1">
          {words.readTerms}
        </summary>
        <p className="mt-1 max-w-[70ch] whitespace-pre-line">{format.words(terms.text)}</p>
      </details>
    </div>
  );
}
