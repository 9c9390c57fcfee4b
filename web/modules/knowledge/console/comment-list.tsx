import type { ReactNode } from 'react';
import { Icon } from '../../../ui/icon.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';

interface Comment {
  helpful: boolean;
  comment: string;
  givenAt: string;
  /** Which article it is about, where several are listed. */
  about?: ReactNode;
}

export function CommentList({ comments }: { comments: readonly Comment[] }) {
  const { reception: words } = useText();
  return (
    <ul className="divide-y divide-line text-body">
      {comments.map(({ helpful, comment, givenAt, about }) => (
        <li key={`${givenAt}${comment}`} className="py-2.5 first:pt-1 last:pb-0">
          <p className="whitespace-pre-line">{comment}</p>
          <p className="mt-0.5 flex flex-wrap items-center gap-x-2 text-13 text-muted">
            <span className={`inline-flex items-center gap-1 ${helpful ? 'text-good' : 'text-attention'}`}>
              <Icon name={helpful ? 'done' : 'attention'} size={16} />
              {helpful ? words.yes : words.no}
            </span>
            <Time value={givenAt} />
            {about}
          </p>
        </li>
      ))}
    </ul>
  );
}
