import type { PaymentGateways } from '../../../../server/modules/payments/contract.ts';
import { IconButton } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/choices.tsx';
import { FieldSet } from '../../../ui/field.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { MethodIcon } from '../parts/method-icon.tsx';
import { useText } from '../text/index.ts';

type Item = PaymentGateways['items'][number];

interface Props {
  item: Item;
  name: string;
  disabled: boolean;
  onItem: (item: Item) => void;
  /** Moves it before the one above, and behind the one below; undefined at the ends. */
  earlier: (() => void) | undefined;
  later: (() => void) | undefined;
}

/** One gateway: whether it is offered, for which currencies, and what its methods are called. */
export function GatewayFields({ item, name, disabled, onItem, earlier, later }: Props) {
  const { gateways: words } = useText();
  const { gateway, on, currencies, methods } = item;
  const offer = (currency: string, now: boolean) =>
    onItem({
      ...item,
      currencies: currencies.map((one) => (one.currency === currency ? { currency, on: now } : one)),
    });
  const call = (id: string, language: 'id' | 'en', words: string) =>
    onItem({
      ...item,
      methods: methods.map((one) =>
        one.id === id ? { ...one, called: { id: '', en: '', ...one.called, [language]: words } } : one,
      ),
    });
  return (
    <div className="flex flex-col gap-5">
      <div className="flex items-start gap-2">
        <div className="min-w-0 grow">
          <Checkbox
            name={`${gateway}.on`}
            value={on}
            disabled={disabled}
            onValue={(now) => onItem({ ...item, on: now })}
            label={words.on}
            hint={words.onHint}
          />
        </div>
        {(earlier || later) && (
          <div className="flex">
            <IconButton
              icon="up"
              label={words.earlier(name)}
              disabled={disabled || !earlier}
              onClick={earlier}
            />
            <IconButton icon="down" label={words.later(name)} disabled={disabled || !later} onClick={later} />
          </div>
        )}
      </div>
      {on && (
        <>
          <FieldSet label={words.currencies}>
            <div className="flex flex-wrap gap-x-6">
              {currencies.map(({ currency, on: offered }) => (
                <Checkbox
                  key={currency}
                  name={`${gateway}.${currency}`}
                  value={offered}
                  disabled={disabled}
                  onValue={(now) => offer(currency, now)}
                  label={currency}
                />
              ))}
            </div>
          </FieldSet>
          <FieldSet label={words.names} hint={words.namesHint}>
            <ul className="flex flex-col gap-3">
              {methods.map(({ id, kind, label, called }) => (
                <li
                  key={id}
                  className="grid grid-cols-[auto_1fr] items-center gap-x-3 gap-y-2 sm:grid-cols-[auto_1fr_1fr]"
                >
                  <MethodIcon kind={kind} />
                  {(['id', 'en'] as const).map((language) => (
                    <TextField
                      key={language}
                      bare
                      optional
                      className={language === 'en' ? 'col-start-2 sm:col-start-3' : undefined}
                      name={`${gateway}.${id}.${language}`}
                      lang={language}
                      label={words.name[language](label[language])}
                      placeholder={label[language]}
                      maxLength={60}
                      disabled={disabled}
                      value={called?.[language] ?? ''}
                      onValue={(words) => call(id, language, words)}
                    />
                  ))}
                </li>
              ))}
            </ul>
          </FieldSet>
        </>
      )}
    </div>
  );
}
