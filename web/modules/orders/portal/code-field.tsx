import { useState } from 'react';
import type { Quote } from '../../../../server/modules/orders/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';

/** Why the code of a quote does not apply; null where it does, or there is none. */
export function useWhyNot(quote: Quote | null): string | null {
  const { promotion: words } = useText();
  const format = useFormat();
  if (!quote?.code?.no) return null;
  const { no, minimum } = quote.code;
  return minimum === null
    ? words.no[no]
    : words.minimum(format.money({ amount: minimum, currency: quote.currency }));
}

/** Where a promotion's code is entered, and what became of it. A form without script sends it along. */
export function CodeField({
  code,
  quote,
  busy,
  onCode,
}: {
  code: string;
  quote: Quote | null;
  busy: boolean;
  onCode: (code: string) => void;
}) {
  const { promotion: words } = useText();
  const format = useFormat();
  const [typed, setTyped] = useState(code);
  const answer = code !== '' && !busy && typed === code ? quote?.code : null;
  const why = useWhyNot(answer ? quote : null);
  return (
    <details className="mt-3 border-t border-line pt-2" open={code !== '' || undefined}>
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-body text-accent-text sm:min-h-9">
        {words.ask}
      </summary>
      <div className="flex items-start gap-2 pt-1">
        <TextField
          name="promotionCode"
          label={words.label}
          bare
          optional
          className="min-w-0 grow"
          value={typed}
          error={why ?? undefined}
          maxLength={60}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          onValue={setTyped}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            onCode(typed.trim());
          }}
        />
        <span className="[@media(scripting:none)]:hidden">
          {code !== '' && typed === code ? (
            <Button
              weight="secondary"
              onClick={() => {
                setTyped('');
                onCode('');
              }}
            >
              {words.remove}
            </Button>
          ) : (
            <Button weight="secondary" onClick={() => onCode(typed.trim())}>
              {words.apply}
            </Button>
          )}
        </span>
      </div>
      <p aria-live="polite" className="text-13 text-good">
        {answer?.names && words.got(format.words(answer.names))}
      </p>
    </details>
  );
}
