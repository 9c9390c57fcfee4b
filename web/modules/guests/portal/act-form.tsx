import type { ReactNode } from 'react';
import { type Path, paths } from '../../../kernel/paths.ts';
import { formOf } from './acts.ts';

/** An act by the mailed link, as a form that works without script too. */
export function ActForm({
  act,
  token,
  onAct,
  children,
}: {
  act: 'confirm' | 'decline' | 'renew' | 'open';
  token: string;
  onAct: () => void;
  children: ReactNode;
}) {
  const to: Path = act === 'open' ? paths.contactMessage() : formOf(act);
  return (
    <form
      method="post"
      action={to}
      onSubmit={(event) => {
        event.preventDefault();
        onAct();
      }}
    >
      <input type="hidden" name="token" value={token} />
      {children}
    </form>
  );
}
