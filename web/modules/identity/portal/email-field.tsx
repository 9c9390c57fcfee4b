import type { FieldBinding } from '../../../kernel/forms/use-form.ts';
import { TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';

/** An address to sign in with; `username` tells password managers that a password follows. */
export function EmailField(
  binding: FieldBinding<string> & { autoComplete: 'username' | 'username webauthn' | 'email' },
) {
  const { fields } = useText();
  return (
    <TextField
      {...binding}
      label={fields.email}
      type="email"
      inputMode="email"
      autoCapitalize="none"
      spellCheck={false}
    />
  );
}
