import { useState } from 'react';
import type { Checkout } from '../../../../server/modules/guests/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { fieldWords, problemWords } from '../../../kernel/api/problem-words.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { locale } from '../../../kernel/i18n/locale.ts';
import { FormKey } from '../../../kernel/pages/form-key.tsx';
import { Link } from '../../../kernel/pages/link.tsx';
import type { Posted } from '../../../kernel/pages/posted.ts';
import { paths } from '../../../kernel/paths.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { countryChoices } from '../../../ui/countries.ts';
import { Form } from '../../../ui/form.tsx';
import { Select, TextField } from '../../../ui/inputs.tsx';
import { PostedProblem } from '../../../ui/posted-problem.tsx';
import { useText } from '../text/index.ts';
import { AcceptTermsHere } from './accept-terms.tsx';
import { NumberField } from './number-field.tsx';
import { Addons, OptionField } from './option-fields.tsx';
import { type Selection, addonsFor, fit, missingIn, optionsFor, planOf } from './selection.ts';
import { Summary } from './summary.tsx';
import { useGuestQuote } from './use-quote.ts';

interface Values {
  name: string;
  email: string;
  company: string;
  country: string;
  accepted: boolean;
}
/** As a form without script brings it back. */
export type CheckoutAsked = Omit<Values, 'accepted'> & {
  accepted: string;
  promotionCode: string;
  item: Selection;
};

interface Props extends Checkout {
  start: Selection;
  /** Of a promotion, as the address or a form without script says it. */
  code: string;
  /** The currency of the address. */
  chosen: string | null;
  posted: Posted<CheckoutAsked> | undefined;
  onSent: (email: string) => void;
}

export function CheckoutForm({ product, terms, start, code: given, chosen, posted, onSent }: Props) {
  const { guest: words, flow, cycles } = useText();
  const format = useFormat();
  const { currency } = product;
  const [selection, setSelection] = useState(start);
  const [code, setCode] = useState(given);
  const plan = planOf(product, selection);
  const missing = missingIn(product, selection);
  const quote = useGuestQuote(missing.length > 0 ? null : selection, currency, code);
  const asked = posted?.asked;
  const form = useForm<Values, unknown>({
    initial: {
      name: asked?.name ?? '',
      email: asked?.email ?? '',
      company: asked?.company ?? '',
      country: asked?.country || 'ID',
      accepted: Boolean(asked?.accepted),
    },
    check: ({ accepted }) => (terms && !accepted ? { accepted: words.acceptFirst } : {}),
    send: ({ accepted: _accepted, ...who }, key) =>
      api.post(
        '/api/guest-orders',
        {
          ...who,
          item: selection,
          promotionCode: code,
          currency,
          termsVersion: terms?.version ?? null,
          locale: locale.get(),
          timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        },
        key,
      ),
    done: (_sent, { email }) => onSent(email),
  });
  const refusedFields = form.changed ? [] : (posted?.problem?.fields ?? []);
  const notAccepted = Boolean(terms && posted && !asked?.accepted && !form.changed);
  /** With what the server said of a form that came without script. */
  const field = <Name extends 'name' | 'email' | 'company' | 'country'>(name: Name) => {
    const bound = form.field(name);
    const refused = refusedFields.find(({ path }) => path === name);
    const empty = asked?.[name] === '';
    return {
      ...bound,
      error: bound.error ?? (refused && fieldWords(empty ? { ...refused, code: 'required' } : refused)),
    };
  };
  const change = (by: Partial<Selection>) => setSelection((now) => fit(product, { ...now, ...by }));
  const refusedOption = (code: string) =>
    [...(quote.problem?.fields ?? []), ...refusedFields].find(({ path }) =>
      path.endsWith(`.options.${code}`),
    );
  const options = optionsFor(product, selection.cycle);
  return (
    <Form
      form={form}
      post={paths.checkoutForm({ currency: chosen ?? undefined })}
      label={words.title(format.words(product.name))}
    >
      <FormKey />
      <input type="hidden" name="locale" value={locale.use()} />
      <input type="hidden" name="product" value={product.slug} />
      <input type="hidden" name="currency" value={currency} />
      <input type="hidden" name="plan" value={selection.plan} />
      <input type="hidden" name="cycle" value={selection.cycle} />
      {notAccepted ? null : <PostedProblem posted={posted} hidden={form.changed} />}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-4">
          <Card
            title={format.words(plan.name)}
            aside={
              <Link to={paths.shopProduct(product.slug, { currency: chosen ?? undefined })}>
                {words.change}
              </Link>
            }
          >
            <div className="flex flex-col gap-5">
              <p className="text-body text-muted">{cycles[selection.cycle]}</p>
              {plan.maximum > 1 && (
                <NumberField
                  name="quantity"
                  label={flow.quantity}
                  hint={flow.quantityHint(plan.minimum, plan.maximum)}
                  value={selection.quantity}
                  minimum={plan.minimum}
                  maximum={plan.maximum}
                  onValue={(quantity) => change({ quantity })}
                />
              )}
              {options.map((option) => (
                <OptionField
                  key={option.code}
                  option={option}
                  selection={selection}
                  currency={currency}
                  error={refusedOption(option.code) && fieldWords(refusedOption(option.code)!)}
                  onValue={(value) => change({ options: { ...selection.options, [option.code]: value } })}
                />
              ))}
              {addonsFor(product, selection.cycle).length > 0 && (
                <fieldset>
                  <legend className="mb-1 text-body font-medium">{flow.addons}</legend>
                  <Addons product={product} selection={selection} onValue={(addons) => change({ addons })} />
                </fieldset>
              )}
            </div>
          </Card>
          <Card title={words.you}>
            <div className="grid gap-4 sm:grid-cols-2">
              <TextField {...field('name')} label={words.name} autoComplete="name" maxLength={200} />
              <TextField
                {...field('email')}
                label={words.email}
                hint={words.emailHint}
                type="email"
                autoComplete="email"
                autoCapitalize="none"
                spellCheck={false}
                maxLength={254}
              />
              <TextField
                {...field('company')}
                label={words.company}
                hint={words.companyHint}
                optional
                autoComplete="organization"
                maxLength={200}
              />
              <Select
                {...field('country')}
                label={words.country}
                autoComplete="country"
                choices={countryChoices(locale.use())}
              />
            </div>
          </Card>
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <Summary {...{ product, selection, code }} quote={quote.quote} busy={quote.busy} onCode={setCode} />
          {quote.problem && <Banner tone="danger" title={problemWords(quote.problem)} />}
          {terms && (
            <AcceptTermsHere
              terms={terms}
              value={form.values.accepted}
              onValue={(accepted) => form.set({ accepted })}
              error={form.errors.accepted ?? (notAccepted ? words.acceptFirst : undefined)}
            />
          )}
          <p className="text-13 text-muted">{words.ahead}</p>
          <Button type="submit" wide icon="mail" busy={form.busy}>
            {words.send}
          </Button>
        </div>
      </div>
    </Form>
  );
}
