import { useState } from 'react';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { locale } from '../../../kernel/i18n/locale.ts';
import { fragmentToken } from '../../../kernel/pages/search.ts';
import { paths } from '../../../kernel/paths.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { useText } from '../text/index.ts';
import { TextField } from '../../../ui/inputs.tsx';
import { BareCard } from './bare-card.tsx';
import { EmailField } from './email-field.tsx';
import { NewPasswordField, shortOf } from './new-password-field.tsx';

/** Where the link printed at the very first start leads: the first administrator. */
export function Page() {
  const { setup, fields, signIn } = useText();
  const { fieldProblems } = useKernelText();
  const [token] = useState(fragmentToken);
  const [late, setLate] = useState(false);
  const form = useForm({
    initial: { name: '', email: '', password: '' },
    check: ({ name, email, password }) => ({
      ...(name.trim() ? {} : { name: fieldProblems.required }),
      ...(email.trim() ? {} : { email: fieldProblems.required }),
      ...(shortOf(password) ? { password: fields.passwordTooShort(shortOf(password)) } : {}),
    }),
    send: (values) => {
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
      return api.put<void>('/api/setup', { ...values, token, locale: locale.get(), timeZone });
    },
    done: () => location.assign(paths.consoleHome()),
    failed: ({ code }) => {
      setLate(code === 'already_set_up');
      return false;
    },
  });
  if (!token) return <BareCard title={setup.title} lead={setup.noToken} />;
  return (
    <BareCard title={setup.title} lead={late ? undefined : setup.lead}>
      <Form form={form}>
        {late ? (
          <LinkButton wide to={paths.signIn(paths.consoleHome())}>
            {signIn.act}
          </LinkButton>
        ) : (
          <>
            <TextField {...form.field('name')} label={fields.name} autoComplete="name" />
            <EmailField {...form.field('email')} autoComplete="username" />
            <NewPasswordField {...form.field('password')} />
            <Button type="submit" wide busy={form.busy}>
              {setup.act}
            </Button>
          </>
        )}
      </Form>
    </BareCard>
  );
}
