import type { FieldBinding } from '../../../kernel/forms/use-form.ts';
import { TextField } from '../../../ui/inputs.tsx';
import { useProofText } from '../text/proof.ts';

export type CodeKind = 'authenticator' | 'email_code' | 'message_code' | 'recovery_code';

/** A code that one types or that the phone fills in. */
export function CodeField({ kind, ...binding }: FieldBinding<string> & { kind: CodeKind }) {
  const { code, hint } = useProofText();
  const digits = kind !== 'recovery_code';
  return (
    <TextField
      {...binding}
      key={kind}
      label={code[kind]}
      hint={binding.error ? undefined : hint[kind]}
      inputMode={digits ? 'numeric' : 'text'}
      autoComplete={digits ? 'one-time-code' : 'off'}
      autoCapitalize="none"
      spellCheck={false}
      maxLength={digits ? 9 : 40}
      autoFocus
    />
  );
}
