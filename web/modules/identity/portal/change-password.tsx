import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { usePerson } from '../../../kernel/session/session.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Form } from '../../../ui/form.tsx';
import { PasswordField } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';
import { NewPasswordField, shortOf } from './new-password-field.tsx';

const empty = { current: '', password: '' };

export function ChangePassword() {
  const { security, fields } = useText();
  const { email } = usePerson();
  const form = useForm({
    initial: empty,
    check: ({ password }) =>
      shortOf(password) ? { password: fields.passwordTooShort(shortOf(password)) } : {},
    send: (values) => api.put<void>('/api/me/password', values),
    refresh: ['/api/me/sessions'],
    done: () => {
      form.reset(empty);
      toast({ words: security.passwordChanged });
    },
  });
  return (
    <Card title={security.password}>
      <Form form={form} label={security.password}>
        {/* Tells password managers whose password this is. */}
        <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
        <PasswordField
          {...form.field('current')}
          label={fields.currentPassword}
          autoComplete="current-password"
        />
        <NewPasswordField {...form.field('password')} />
        <div>
          <Button type="submit" busy={form.busy}>
            {security.changePassword}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
