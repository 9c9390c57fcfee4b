import { PasswordField, TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';
import { plain } from './connection-values.ts';
import type { ConnectionFormState } from './connection-values.ts';

/** A provider by OpenID Connect. */
export function OidcProvider({ form, hasSecret }: { form: ConnectionFormState; hasSecret: boolean }) {
  const words = useText();
  return (
    <>
      <TextField
        {...form.field('issuer')}
        {...plain}
        type="url"
        label={words.issuer}
        hint={words.issuerHint}
      />
      <TextField {...form.field('clientId')} {...plain} label={words.clientId} />
      <PasswordField
        {...form.field('secret')}
        label={words.secret}
        autoComplete="off"
        {...(hasSecret ? { hint: words.secretKept } : {})}
      />
    </>
  );
}
