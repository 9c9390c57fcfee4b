import { useQueryClient } from '@tanstack/react-query';
import { keyOf } from '../query/client.ts';

/**
 * Inside a form that browsers without script send by themselves: names the one time that its page was drawn, so that pressing twice
 * acts once. There is none on pages that the browser draws, where script keeps such a key.
 */
export function FormKey() {
  const key = useQueryClient().getQueryData<string>(keyOf('form-key'));
  return key ? <input type="hidden" name="form-key" value={key} /> : null;
}
