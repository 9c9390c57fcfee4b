import { useState } from 'react';
import type { ApiProblem } from '../../../../kernel/api/problem.ts';
import type { FieldBinding } from '../../../../kernel/forms/use-form.ts';

/** Of several addresses in one field, the one that was refused stands before its reason. */
export function useRefusedAddress() {
  const [refused, setRefused] = useState<string>();
  return {
    /** For the form's `failed`: it shows the problem itself. */
    note({ body }: ApiProblem): false {
      const { address } = body.facts ?? {};
      setRefused(typeof address === 'string' ? address : undefined);
      return false;
    },
    named: (field: FieldBinding<string>): FieldBinding<string> =>
      field.error && refused && field.value.toLowerCase().includes(refused)
        ? { ...field, error: `${refused}: ${field.error}` }
        : field,
  };
}
