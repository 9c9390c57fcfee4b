import type { FieldBinding } from '../../../kernel/forms/use-form.ts';
import { PasswordField } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';

/** Length asked by the contract (`password` in server/modules/identity/contract.ts). */
const shortest = 12;

/** How many characters are missing. */
export const shortOf = (password: string) => Math.max(0, shortest - password.length);

export function NewPasswordField(binding: FieldBinding<string>) {
  const { fields } = useText();
  const missing = shortOf(binding.value);
  const typing = binding.value.length > 0 && missing > 0;
  return (
    <PasswordField
      {...binding}
      label={fields.newPassword}
      autoComplete="new-password"
      hint={binding.error ? undefined : typing ? fields.passwordTooShort(missing) : fields.passwordHint}
    />
  );
}
