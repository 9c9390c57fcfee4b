import { useId, useState } from 'react';
import { problemWords } from '../api/problem-words.ts';
import { ApiProblem } from '../api/problem.ts';
import type { Path } from '../paths.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { inputClass } from '../../ui/field.tsx';

/** The way in by hand: what the link in the mail does by itself where there is script. */
export function LinkCode({
  words,
  action,
  token,
  problem,
  onOpen,
}: {
  words: { codeTitle: string; codeLead: string; code: string; open: string };
  /** Where the form is sent without script. */
  action: Path;
  token: string;
  /** Why the last try did not open it. */
  problem: string | null;
  onOpen: (token: string) => Promise<void>;
}) {
  const [typed, setTyped] = useState(token);
  const [busy, setBusy] = useState(false);
  const id = useId();
  const code = problem === 'invalid_input' ? 'unknown_guest_link' : problem;
  return (
    <div className="mx-auto max-w-md rounded border border-line bg-surface p-5 sm:p-8">
      <h1 className="text-26 text-balance">{words.codeTitle}</h1>
      <p className="mt-1 mb-6 text-body text-muted">{words.codeLead}</p>
      {code && (
        <div role="alert" className="mb-4">
          <Banner tone="danger" title={problemWords(new ApiProblem({ status: 410, code }))} />
        </div>
      )}
      <form
        method="post"
        action={action}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          setBusy(true);
          void onOpen(typed.trim()).finally(() => setBusy(false));
        }}
      >
        <div className="flex flex-col gap-1">
          <label htmlFor={id} className="text-14 font-medium">
            {words.code}
          </label>
          <input
            id={id}
            name="token"
            required
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            value={typed}
            className={inputClass}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        <Button type="submit" wide busy={busy}>
          {words.open}
        </Button>
      </form>
    </div>
  );
}
