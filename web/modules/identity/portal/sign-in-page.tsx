import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useHead } from '../../../kernel/pages/head.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { useSearch } from '../../../kernel/pages/search.ts';
import { paths, safeNext } from '../../../kernel/paths.ts';
import { usePosted } from '../../../kernel/pages/posted.ts';
import { brand } from '../../../kernel/session/brand.ts';
import { Button } from '../../../ui/button.tsx';
import { PostedProblem } from '../../../ui/posted-problem.tsx';
import { Form } from '../../../ui/form.tsx';
import { PasswordField } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';
import { BareCard } from './bare-card.tsx';
import { EmailField } from './email-field.tsx';

export function Page() {
  const { signIn, fields } = useText();
  const { name } = brand.use();
  const next = useSearch().get('next');
  const posted = usePosted<{ email: string }>(paths.signIn());
  const form = useForm({
    initial: { email: posted?.asked.email ?? '', password: '' },
    send: (values, key) => api.post<void>('/api/session', values, key),
    // A new document, so that session, brand and first data come with it.
    done: () => location.assign(safeNext(next)),
  });
  useHead({ title: signIn.title, description: signIn.lead(name) });
  return (
    <BareCard
      title={signIn.title}
      lead={signIn.lead(name)}
      foot={signIn.newHere((label) => (
        <Link key="link" to={paths.signUp(next ?? undefined)}>
          {label}
        </Link>
      ))}
    >
      <PostedProblem posted={posted} hidden={form.changed} />
      <Form form={form} post={paths.signIn(next ?? undefined)}>
        <EmailField {...form.field('email')} autoComplete="username" />
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
