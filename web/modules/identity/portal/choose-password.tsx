import { lazy, Suspense, useState } from 'react';
import type { StepDue } from '../../../../server/modules/identity/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { fragmentToken } from '../../../kernel/pages/search.ts';
import { paths } from '../../../kernel/paths.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { useText } from '../text/index.ts';
import { BareCard } from './bare-card.tsx';
import { NewPasswordField, shortOf } from './new-password-field.tsx';

const SecondStepCard = lazy(async () => ({
  default: (await import('../proof/second-step-card.tsx')).SecondStepCard,
}));

/** Choosing a password with a mailed link, which also signs in. */
export function ChoosePassword({ title, lead }: { title: string; lead: string }) {
  const { choose, fields } = useText();
  const [token] = useState(fragmentToken);
  const [due, setDue] = useState<StepDue | null>(null);
  const enter = () => location.assign(paths.root());
  const [spent, setSpent] = useState(!token);
  const form = useForm({
    initial: { password: '' },
    check: ({ password }) =>
      shortOf(password) ? { password: fields.passwordTooShort(shortOf(password)) } : {},
    send: ({ password }) => api.put<StepDue | undefined>('/api/password', { token, password }),
    done: (answer) => (answer ? setDue(answer) : enter()),
    failed: ({ code }) => {
      setSpent(code === 'link_used_up');
      return false;
    },
  });
  const askAgain = <LinkButton to={paths.forgotPassword()}>{choose.newLink}</LinkButton>;
  if (due) {
    return (
      <Suspense fallback={<BareCard title={title} lead={lead} />}>
        <SecondStepCard due={due} onDone={enter} onAgain={() => location.assign(paths.signIn())} />
      </Suspense>
    );
  }
  if (!token) {
    return (
      <BareCard title={title} lead={choose.noToken}>
        {askAgain}
      </BareCard>
    );
  }
  return (
    <BareCard title={title} lead={lead}>
      <Form form={form}>
        {!spent && <NewPasswordField {...form.field('password')} />}
        {spent ? (
          askAgain
        ) : (
          <Button type="submit" wide busy={form.busy}>
            {choose.act}
          </Button>
        )}
      </Form>
    </BareCard>
  );
}
