import { useState } from 'react';
import type { Asked } from '../../../../server/modules/guests/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { fieldWords } from '../../../kernel/api/problem-words.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { locale } from '../../../kernel/i18n/locale.ts';
import { FormKey } from '../../../kernel/pages/form-key.tsx';
import { useHead } from '../../../kernel/pages/head.ts';
import { type Posted, usePosted } from '../../../kernel/pages/posted.ts';
import { paths } from '../../../kernel/paths.ts';
import { useSession } from '../../../kernel/session/session.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { Select, TextArea, TextField } from '../../../ui/inputs.tsx';
import { PostedProblem } from '../../../ui/posted-problem.tsx';
import { useText } from '../text/index.ts';
import { Ahead } from './ahead.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Articles } from './articles.tsx';

type Values = Pick<Asked, 'kind' | 'name' | 'email' | 'subject' | 'text' | 'orderNumber'>;
const kinds = ['question', 'problem', 'request', 'complaint', 'cancellation'] as const;

/** For whoever has no account, or no time to sign in. */
export function Page() {
  const { write: words } = useText();
  const posted = usePosted<Values>(paths.contact());
  const [sentTo, setSentTo] = useState(posted?.answer ? posted.asked.email : null);
  useHead({ title: words.title, description: words.lead, hidden: Boolean(posted) });
  if (sentTo !== null)
    return (
      <Notice title={words.sentTitle} lead={words.sent(sentTo)} hint={words.sentHint}>
        <LinkButton wide weight="secondary" to={paths.contact()} onClick={() => setSentTo(null)}>
          {words.another}
        </LinkButton>
      </Notice>
    );
  return (
    <div className="mx-auto max-w-2xl">
      <h1 className="text-26 text-balance">{words.title}</h1>
      <p className="mt-1 mb-6 text-body text-muted">{words.lead}</p>
      <Ahead />
      <Write posted={posted} onSent={setSentTo} />
    </div>
  );
}

function Write({ posted, onSent }: { posted: Posted<Values> | undefined; onSent: (email: string) => void }) {
  const { write: words } = useText();
  const person = useSession()?.person;
  const form = useForm<Values, unknown>({
    initial: posted?.asked ?? {
      kind: 'question',
      name: person?.name ?? '',
      email: person?.email ?? '',
      subject: '',
      text: '',
      orderNumber: '',
    },
    send: (values, key) =>
      api.post(
        '/api/guest-messages',
        {
          ...values,
          locale: locale.get(),
          timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        },
        key,
      ),
    done: (_sent, { email }) => onSent(email),
  });
  /** With what the server said of a form that came without script. */
  const field = <Name extends keyof Values>(name: Name) => {
    const bound = form.field(name);
    const refused = form.changed ? undefined : posted?.problem?.fields?.find(({ path }) => path === name);
    const empty = posted?.asked[name] === '';
    return {
      ...bound,
      error: bound.error ?? (refused && fieldWords(empty ? { ...refused, code: 'required' } : refused)),
    };
  };
  return (
    <div className="rounded border border-line bg-surface p-5 sm:p-8">
      <PostedProblem posted={posted} hidden={form.changed} />
      <Form form={form} post={paths.contact()} label={words.title}>
        <FormKey />
        <input type="hidden" name="locale" value={locale.use()} />
        <Select
          {...field('kind')}
          label={words.kind}
          choices={kinds.map((value) => ({ value, label: words.kinds[value] }))}
        />
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
        </div>
        <TextField {...field('subject')} label={words.subject} autoComplete="off" maxLength={200} />
        <Articles subject={form.values.subject} />
        <TextArea {...field('text')} label={words.text} hint={words.textHint} rows={7} maxLength={20_000} />
        <TextField
          {...field('orderNumber')}
          label={words.order}
          hint={words.orderHint}
          optional
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
        />
        <div>
          <Button type="submit" icon="mail" busy={form.busy}>
            {words.send}
          </Button>
        </div>
      </Form>
    </div>
  );
}
