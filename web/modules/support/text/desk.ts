import { moduleText } from '../../../kernel/i18n/module-text.ts';
import type { Desk } from './desk-en.ts';
import type { Text } from './en.ts';
import { useText as useClientText } from './index.ts';

// Words for problems are found by themselves.
type Both = Text & Omit<Desk, 'problems'>;

const useDesk = moduleText<Desk>('support/desk');
const both = new WeakMap<Text, Both>();

/** The words at the desk: those that clients read too, and those only for staff, which clients do not load. */
export function useText(): Both {
  const text = useClientText();
  const desk = useDesk();
  let found = both.get(text);
  if (!found) both.set(text, (found = { ...desk, ...text }));
  return found;
}
