import type { Terms } from '../../../../server/modules/orders/contract.ts';
import type { FieldBinding } from '../../../kernel/forms/use-form.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Checkbox } from '../../../ui/choices.tsx';
import { useText } from '../text/index.ts';

/** The terms that are accepted with an offer, to read in place. */
export function AcceptTerms({
  terms,
  ...field
}: { terms: NonNullable<Terms['terms']> } & FieldBinding<boolean>) {
  const words = useText();
  const format = useFormat();
  return (
    <div>
      <input type="hidden" name="termsVersion" value={terms.version} />
      <Checkbox {...field} label={words.termsOf(terms.version)} />
      <details className="ps-8 text-body">
        <summary className="min-h-11 cursor-pointer py-2 text-accent-text underline sm:min-h-0 sm:py-1">
          {words.readTerms}
        </summary>
        <p className="mt-1 max-w-[70ch] whitespace-pre-line">{format.words(terms.text)}</p>
      </details>
    </div>
  );
}
