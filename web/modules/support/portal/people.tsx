import { lazy, Suspense, useState } from 'react';
import type { FieldBinding } from '../../../kernel/forms/use-form.ts';
import { api } from '../../../kernel/api/client.ts';
import { problemWords } from '../../../kernel/api/problem-words.ts';
import { toProblem } from '../../../kernel/api/problem.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { addressesIn } from '../shared/copied/addresses.ts';
import { useFollowerText } from '../text/followers.ts';

const PeopleField = lazy(() => import('./people-field.tsx').then((file) => ({ default: file.PeopleField })));

/** Few tickets need others from the start, so that their fields come when they are asked for. */
export function People(props: { follow: FieldBinding<string>; copy: FieldBinding<string>; most: number }) {
  const words = useFollowerText();
  const [shown, setShown] = useState(false);
  if (shown || props.follow.value || props.copy.value)
    return (
      <Suspense fallback={null}>
        <PeopleField {...props} />
      </Suspense>
    );
  return (
    <Button weight="secondary" icon="people" className="self-start" onClick={() => setShown(true)}>
      {words.people}
    </Button>
  );
}

/** Adds them to the ticket once it is there: whoever cannot be added is named, and the ticket is opened all the same. */
export function useAddPeople() {
  const words = useFollowerText();
  return async (url: string, { follow, copy }: { follow: string; copy: string }): Promise<void> => {
    const refused = (who: string) => (error: unknown) =>
      toast({ words: words.notAdded(who, problemWords(toProblem(error))), tone: 'danger' });
    for (const id of follow.split(',').filter(Boolean))
      await api.put(`${url}/followers/${id}`, {}).catch(refused(words.colleagues));
    for (const address of addressesIn(copy))
      await api.post(`${url}/copied`, { address }, crypto.randomUUID()).catch(refused(address));
  };
}
