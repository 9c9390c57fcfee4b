import type { Formats } from '../format/use-format.ts';
import { currentFormats } from '../format/use-format.ts';
import { locale } from '../i18n/locale.ts';
import { loadedNames, textOf } from '../i18n/texts.ts';
import type { Text } from '../text/en.ts';
import type { ApiProblem, FieldProblem } from './problem.ts';

/** What happened and what to do, as a text or made from the facts the server sends along. */
export type ProblemWords = string | ((facts: never, format: Formats) => string);

type Worded = { problems?: Record<string, ProblemWords> };

/** Words for a code, from the kernel or any module on screen (its text's `problems`). */
function find(code: string, facts: Record<string, unknown>): string | undefined {
  const current = locale.get();
  for (const name of loadedNames(current)) {
    const words = (textOf(name, current) as Worded | undefined)?.problems?.[code];
    if (words !== undefined)
      return typeof words === 'string' ? words : words(facts as never, currentFormats());
  }
  return undefined;
}

/** One sentence for the person; never a code. */
export function problemWords(problem: ApiProblem): string {
  return find(problem.code, problem.body.facts ?? {}) ?? find('unexpected', {})!;
}

/** The words under a field: those for that very field (`'password.too_small'`), else for the code. */
export function fieldWords({ path, code }: FieldProblem): string {
  const { fieldProblems } = textOf('kernel', locale.get()) as Text;
  const general: Record<string, string> = fieldProblems;
  return find(`${path}.${code}`, {}) ?? find(code, {}) ?? general[code] ?? fieldProblems.invalid;
}

/** Why an act is not possible now, from an ability's reason. */
export function reasonWords(reason: string): string {
  return find(reason, {}) ?? (textOf('kernel', locale.get()) as Text).notPossibleNow;
}
