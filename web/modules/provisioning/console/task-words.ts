import type { StaffTask } from '../../../../server/modules/provisioning/contract.ts';
import { useText } from '../text/index.ts';

/** Why a person has to look, in words. */
export function useTroubleWords() {
  const { trouble, otherTrouble } = useText();
  return (why: string) => trouble[why] ?? otherTrouble(why);
}

/** What a task asks for. */
export function useTaskWords() {
  const { todo } = useText();
  const troubleWords = useTroubleWords();
  return ({ kind, what }: Pick<StaffTask, 'kind' | 'what'>) =>
    kind === 'operation' ? todo[what as keyof typeof todo] : troubleWords(what);
}
