import { Suspense, useState } from 'react';
import type { StaffArticle, Version } from '../../../../server/modules/knowledge/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';
import { TextEditor } from './text-editor.tsx';

interface Props {
  article: StaffArticle;
  mayRestore: boolean;
  onRestored: (article: StaffArticle) => void;
}

/** What was published, when and by whom; each can be looked at and taken up again. */
export function Versions(props: Props) {
  const { article } = props;
  const { versions: words } = useText();
  const [shown, setShown] = useState<number | null>(null);
  return (
    <Card title={words.title} flush>
      {article.versions.length === 0 ? (
        <p className="px-4 pb-4 text-body text-muted sm:px-5">{words.none}</p>
      ) : (
        <ul className="max-h-96 divide-y divide-line overflow-y-auto text-body">
          {article.versions.map(({ number, publishedAt, publishedBy }, index) => (
            <li key={number}>
              <button
                type="button"
                onClick={() => setShown(number)}
                className="flex w-full cursor-pointer flex-wrap items-baseline gap-x-3 px-4 py-2.5 text-start outline-offset-[-2px] hover:bg-sunken/60 sm:px-5"
              >
                <span className="font-medium">{words.number(number)}</span>
                <span className="grow text-13 text-muted">
                  <Time value={publishedAt} /> {words.by(publishedBy)}
                </span>
                {index === 0 && article.state === 'published' && (
                  <span className="text-13 text-good">{words.current}</span>
                )}
              </button>
            </li>
          ))}
        </ul>
      )}
      <Dialog open={shown !== null} wide onClose={() => setShown(null)} title={words.number(shown ?? 0)}>
        {shown !== null && (
          <Suspense>
            <VersionView {...props} number={shown} onClose={() => setShown(null)} />
          </Suspense>
        )}
      </Dialog>
    </Card>
  );
}

function VersionView({
  article,
  number,
  mayRestore,
  onRestored,
  onClose,
}: Props & { number: number; onClose: () => void }) {
  const { versions: words } = useText();
  const url = `/api/console/knowledge/articles/${article.id}/versions/${number}`;
  const version = useData<Version>(url);
  const restore = useAct(
    (_body: null, key) => api.post<StaffArticle>(`${url}/restore`, {}, key, article.version),
    {
      done: (restored) => {
        onClose();
        onRestored(restored);
        toast({ words: words.restored(number) });
      },
    },
  );
  return (
    <>
      <TextEditor texts={version.texts} onTexts={() => {}} readOnly />
      {mayRestore && (
        <div className="flex flex-col gap-2">
          <p className="text-13 text-muted">{words.restoreHint}</p>
          <Button wide icon="history" busy={restore.busy} onClick={() => void restore.run(null)}>
            {words.restore}
          </Button>
        </div>
      )}
    </>
  );
}
