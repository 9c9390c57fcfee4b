import { lazy, Suspense, useEffect, useState } from 'react';
import type { StepDue } from '../../../../server/modules/identity/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useHead } from '../../../kernel/pages/head.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { useSearch } from '../../../kernel/pages/search.ts';
import { paths, safeNext } from '../../../kernel/paths.ts';
import { usePosted } from '../../../kernel/pages/posted.ts';
import { brand } from '../../../kernel/session/brand.ts';
import { sessionOver } from '../../../kernel/session/session.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { PostedProblem } from '../../../ui/posted-problem.tsx';
import { Form } from '../../../ui/form.tsx';
import { PasswordField } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';
import { BareCard } from './bare-card.tsx';
import { Elsewhere } from './elsewhere.tsx';
import { EmailField } from './email-field.tsx';
import { PasskeySignIn } from './passkey-sign-in.tsx';

// Most people sign in without, and the page is light.
const SecondStepCard = lazy(async () => ({
  default: (await import('../proof/second-step-card.tsx')).SecondStepCard,
}));

export function Page() {
  const { signIn, fields } = useText();
  const { name } = brand.use();
  const over = sessionOver.use();
  const next = useSearch().get('next');
  const posted = usePosted<{ email: string }, StepDue>(paths.signIn());
  const [due, setDue] = useState<StepDue | null>(null);
  // A new document, so that session, brand and first data come with it.
  const enter = () => location.assign(safeNext(next));
  // Sent before the script was there: it goes on from where that led.
  const postedDue = posted?.answer;
  useEffect(() => {
    if (postedDue) setDue(postedDue);
  }, [postedDue]);
  const answered = (answer: StepDue | undefined) => (answer ? setDue(answer) : enter());
  const form = useForm({
    initial: { email: posted?.asked.email ?? '', password: '' },
    send: (values, key) => api.post<StepDue | undefined>('/api/session', values, key),
    done: answered,
  });
  useHead({ title: signIn.title, description: signIn.lead(name) });
  if (due) {
    return (
      <Suspense fallback={<BareCard title={signIn.title} lead={signIn.lead(name)} />}>
        <SecondStepCard due={due} onDone={enter} onAgain={() => setDue(null)} />
      </Suspense>
    );
  }
  const ordering = next?.startsWith('/order/');
  return (
    <BareCard
      title={ordering ? signIn.toOrder : signIn.title}
      lead={ordering ? signIn.toOrderLead : signIn.lead(name)}
      foot={signIn.newHere((label) => (
        <Link key="link" to={paths.signUp(next ?? undefined)}>
          {label}
        </Link>
      ))}
    >
      {over && !posted && (
        <div className="mb-4">
          <Banner tone="info" title={signIn.over[over]}>
            {signIn.overHint[over]}
          </Banner>
        </div>
      )}
      <PostedProblem posted={posted} hidden={form.changed} />
      <PasskeySignIn onAnswer={answered} />
      {posted?.answer && <Banner tone="attention" title={signIn.needsScript} />}
      <Form form={form} post={paths.signIn(next ?? undefined)}>
        <EmailField {...form.field('email')} autoComplete="username webauthn" />
        <Elsewhere email={form.values.email} next={next} />
        <PasswordField {...form.field('password')} label={fields.password} autoComplete="current-password" />
        <Button type="submit" wide busy={form.busy}>
          {signIn.act}
        </Button>
        <p className="text-center text-body">
          <Link to={paths.forgotPassword()} className="inline-block py-2">
            {signIn.forgot}
          </Link>
        </p>
      </Form>
    </BareCard>
  );
}
