import { type RefObject, useEffect, useState } from 'react';
import type { Upload } from '../../../../../server/modules/support/contract.ts';
import type { Form } from '../../../../kernel/forms/use-form.ts';
import type { Content } from './content.ts';
import { DraftLine } from './draft-line.tsx';
import type { Keeper } from './keeper.ts';
import { useKeeper } from './use-keeper.ts';

interface Written {
  subject: string;
  text: string;
  files: Upload[];
}

/** What a form holds besides subject, text and files, as texts. */
function contentOf<Values extends Written>({ subject, text, files, ...choices }: Values): Content {
  return { subject, text, files, choices: choices as unknown as Record<string, string> };
}

/**
 * Keeps a form that begins a ticket on the server, beside what this tab keeps of it under `name`. `taken` counts how often it was filled
 * from there: files are shown by a field that holds them itself.
 */
export function useKeptForm<Values extends Written>(
  form: Form<Values>,
  { url, name, initial, ref }: { url: string; name: string; initial: Values; ref: RefObject<Keeper | null> },
) {
  const [taken, setTaken] = useState(0);
  const [blank] = useState(() => contentOf(initial));
  const { keeper, standing } = useKeeper(contentOf(form.values), {
    url,
    name,
    blank,
    local: ({ subject, text, files, choices }) => ({ ...choices, subject, text, files }),
    take({ subject, text, files, choices }) {
      // What the form does not know any more is not put into it.
      const known = Object.fromEntries(Object.entries(choices).filter(([one]) => one in form.values));
      form.set({ ...known, subject, text, files: [...files] } as unknown as Partial<Values>);
      setTaken((count) => count + 1);
    },
  });
  useEffect(() => {
    ref.current = keeper;
  }, [ref, keeper]);
  return {
    taken,
    line: <DraftLine standing={standing} keeper={keeper} className="" />,
  };
}
