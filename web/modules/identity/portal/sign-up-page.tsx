import { useState } from 'react';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { locale } from '../../../kernel/i18n/locale.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { paths } from '../../../kernel/paths.ts';
import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';
import { BareCard } from './bare-card.tsx';
import { EmailField } from './email-field.tsx';
import { MailSent } from './mail-sent.tsx';

export function Page() {
  const { signUp, fields, mailed } = useText();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useForm({
    initial: { name: '', email: '' },
    send: ({ name, email }, key) => {
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
      return api.post('/api/people', { name, email, locale: locale.get(), timeZone }, key);
    },
    done: (_, { email }) => setSentTo(email),
  });
  if (sentTo) return <MailSent words={mailed.words(sentTo)} onOther={() => setSentTo(null)} />;
  return (
    <BareCard
      title={signUp.title}
      lead={signUp.lead}
      foot={signUp.haveOne((label) => (
        <Link key="link" to={paths.signIn()}>
          {label}
        </Link>
      ))}
    >
      <Form form={form}>
        <TextField {...form.field('name')} label={fields.name} autoComplete="name" />
        <EmailField {...form.field('email')} autoComplete="email" />
        <Button type="submit" wide busy={form.busy}>
          {signUp.act}
        </Button>
      </Form>
    </BareCard>
  );
}
