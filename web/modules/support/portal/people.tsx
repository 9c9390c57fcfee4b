import { lazy, Suspense, useState } from 'react';
import type { FieldBinding } from '../../../kernel/forms/use-form.ts';
import { Button } from '../../../ui/button.tsx';
import { useFollowerText } from '../text/followers.ts';

const PeopleField = lazy(() => import('./people-field.tsx').then((file) => ({ default: file.PeopleField })));

/** Few tickets need others from the start, so that their fields come when they are asked for. */
export function People(props: {
  followers: FieldBinding<string>;
  copied: FieldBinding<string>;
  most: number;
}) {
  const words = useFollowerText();
  const [shown, setShown] = useState(false);
  const { followers, copied } = props;
  if (shown || followers.value || copied.value || followers.error || copied.error)
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
