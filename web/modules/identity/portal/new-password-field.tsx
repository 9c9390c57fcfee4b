import { useEffect, useState } from 'react';
import type { FieldBinding } from '../../../kernel/forms/use-form.ts';
import { PasswordField } from '../../../ui/inputs.tsx';
import type { Strength } from './password-strength.ts';
import { useText } from '../text/index.ts';

/** Length asked by the contract (`password` in server/modules/identity/contract.ts). */
const shortest = 12;

/** How many characters are missing. */
export const shortOf = (password: string) => Math.max(0, shortest - password.length);

export function NewPasswordField(binding: FieldBinding<string>) {
  const { fields } = useText();
  const missing = shortOf(binding.value);
  const begun = binding.value.length > 0;
  const strengthOf = useStrength(begun);
  const hint = !begun
    ? fields.passwordHint
    : missing > 0
      ? fields.passwordTooShort(missing)
      : strengthOf && fields.passwordStrength[strengthOf(binding.value)];
  return (
    <PasswordField
      {...binding}
      label={fields.newPassword}
      autoComplete="new-password"
      hint={binding.error ? undefined : (hint ?? fields.passwordHint)}
    />
  );
}

/** What measures a password, fetched when somebody begins to write one. */
function useStrength(begun: boolean) {
  const [measure, setMeasure] = useState<{ strengthOf(password: string): Strength } | null>(null);
  useEffect(() => {
    if (begun) void import('./password-strength.ts').then(setMeasure);
  }, [begun]);
  return measure?.strengthOf;
}
