import { useEffect, useRef, useState } from 'react';
import { createIntention } from '../api/intention.ts';
import { fieldWords, problemWords } from '../api/problem-words.ts';
import { type ApiProblem, toProblem } from '../api/problem.ts';
import { refresh } from '../query/client.ts';
import { clearDraft, readDraft, writeDraft } from './draft.ts';

export interface FormOptions<Values extends object, Result> {
  initial: Values;
  /** Sends the values; `key` is the idempotency key for a POST. */
  send: (values: Values, key: string) => Promise<Result>;
  done?: (result: Result, values: Values) => void;
  /** Takes a problem that needs more than words (a second factor, say); return true when it is dealt with. */
  failed?: (problem: ApiProblem) => boolean;
  /** What can be said before asking the server; the server decides. */
  check?: (values: Values) => Partial<Record<keyof Values, string>>;
  /** API address prefixes that the result makes out of date. */
  refresh?: readonly string[];
  /** Keeps what is typed in this browser tab under this name until it is sent. */
  draft?: string;
}

/** What a field component takes: `<TextField {...form.field('email')} label=… />`. */
export interface FieldBinding<T> {
  name: string;
  value: T;
  onValue: (value: T) => void;
  error: string | undefined;
}

export interface Form<Values extends object> {
  values: Values;
  set: (change: Partial<Values>) => void;
  reset: (values: Values) => void;
  field: <K extends keyof Values & string>(name: K) => FieldBinding<Values[K]>;
  /** One sentence about the whole, when the fields alone do not say it. */
  problem: string | null;
  errors: Readonly<Record<string, string>>;
  busy: boolean;
  changed: boolean;
  submit: () => Promise<void>;
  /** Counts refused submissions; the form element moves focus to the first error when it grows. */
  refusals: number;
}

/**
 * State of one form: values, the server's answers put under the fields they name, and the idempotency key of the
 * attempt. Whatever happens, what the person typed stays.
 */
export function useForm<Values extends object, Result>(options: FormOptions<Values, Result>): Form<Values> {
  const [start, setStart] = useState(options.initial);
  const [values, setValues] = useState<Values>(() => ({
    ...options.initial,
    ...readDraft<Values>(options.draft),
  }));
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [refusals, setRefusals] = useState(0);
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  const intention = useRef(createIntention());
  const changed = JSON.stringify(values) !== JSON.stringify(start);

  useEffect(() => {
    if (options.draft && changed) writeDraft(options.draft, values);
  }, [options.draft, changed, values]);

  function set(change: Partial<Values>) {
    setValues((before) => ({ ...before, ...change }));
    setErrors((before) => Object.fromEntries(Object.entries(before).filter(([name]) => !(name in change))));
  }

  function reset(next: Values) {
    setStart(next);
    setValues(next);
    setErrors({});
    setProblem(null);
  }

  function refuse(found: Record<string, string>, words: string | null) {
    setErrors(found);
    setProblem(words);
    setRefusals((count) => count + 1);
  }

  function refuseBy(answer: ApiProblem) {
    if (!answer.unanswered) intention.current.finish();
    if (options.failed?.(answer)) return;
    const isEmpty = (path: string) => (values as Record<string, unknown>)[path] === '';
    // A setting is sent as `value`, and some bodies hold what belongs together as one: here each field has its own name.
    const nameOf = (path: string) => {
      const inner = path.slice(path.indexOf('.') + 1);
      return !(path in values) && inner in values ? inner : path;
    };
    const fields = answer.fields.map(({ path, code }) => ({ path: nameOf(path), code }));
    const found = Object.fromEntries(
      fields.map(({ path, code }) => [path, fieldWords({ path, code: isEmpty(path) ? 'required' : code })]),
    );
    const placed = fields.length > 0 && fields.every(({ path }) => path in values);
    refuse(found, placed ? null : problemWords(answer));
  }

  async function submit() {
    if (running.current) return;
    const found = Object.entries<string | undefined>(options.check?.(values) ?? {}).filter(
      ([, words]) => words,
    );
    if (found.length) return refuse(Object.fromEntries(found) as Record<string, string>, null);
    running.current = true;
    setBusy(true);
    setProblem(null);
    setErrors({});
    try {
      const result = await options.send(values, intention.current.keyFor(values));
      intention.current.finish();
      clearDraft(options.draft);
      setStart(values);
      await refresh(...(options.refresh ?? []));
      options.done?.(result, values);
    } catch (error) {
      refuseBy(toProblem(error));
    } finally {
      running.current = false;
      setBusy(false);
    }
  }

  return {
    values,
    set,
    reset,
    field: (name) => ({
      name,
      value: values[name],
      onValue: (value) => set({ [name]: value } as unknown as Partial<Values>),
      error: errors[name],
    }),
    problem,
    errors,
    busy,
    changed,
    submit,
    refusals,
  };
}
