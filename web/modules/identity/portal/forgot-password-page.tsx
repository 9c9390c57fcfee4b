import { useState } from 'react';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { locale } from '../../../kernel/i18n/locale.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { paths } from '../../../kernel/paths.ts';
import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { useText } from '../text/index.ts';
import { BareCard } from './bare-card.tsx';
import { EmailField } from './email-field.tsx';
import { MailSent } from './mail-sent.tsx';

export function Page() {
  const { forgot, mailed } = useText();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useForm({
    initial: { email: '' },
    send: ({ email }, key) => api.post('/api/password-resets', { email, locale: locale.get() }, key),
    done: (_, { email }) => setSentTo(email),
  });
  if (sentTo) return <MailSent words={mailed.resetWords(sentTo)} onOther={() => setSentTo(null)} />;
  return (
    <BareCard title={forgot.title} lead={forgot.lead} foot={<Link to={paths.signIn()}>{forgot.back}</Link>}>
      <Form form={form}>
        <EmailField {...form.field('email')} autoComplete="username" />
        <Button type="submit" wide busy={form.busy}>
          {forgot.act}
        </Button>
      </Form>
    </BareCard>
  );
}
