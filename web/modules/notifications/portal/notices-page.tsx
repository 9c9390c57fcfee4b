import type { Notice } from '../../../../server/modules/notifications/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { paths, safeNext } from '../../../kernel/paths.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import { session } from '../../../kernel/session/session.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button, IconButton, LinkButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { ListBody } from '../../../ui/list-body.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';

const url = '/api/me/notices';
const live = 'notifications.';

/** Marks the given notices as read, or all. */
function useMarkRead(done?: () => void) {
  return useAct((ids: string[] | undefined) => api.put(`${url}/read`, { ids }), { refresh: [url], done });
}

export function Page() {
  const { notices: words } = useText();
  const list = useList<Notice>(url, live);
  // The same question as the bell asks.
  const { data } = useSideData<{ unread: number }>(`${url}?limit=1`, live);
  const mark = useMarkRead(() => toast({ words: words.marked }));
  const unread = data?.unread ?? 0;
  return (
    <>
      <PageHeader
        title={words.title}
        lead={list.items.length > 0 && words.lead(unread)}
        act={
          unread > 0 && (
            <Button
              wide
              weight="secondary"
              icon="check"
              busy={mark.busy}
              onClick={() => void mark.run(undefined)}
            >
              {words.markAll}
            </Button>
          )
        }
      />
      <Card flush className="max-w-3xl">
        <ListBody
          list={list}
          empty={
            <EmptyState icon="bell" title={words.empty}>
              {words.emptyHint}
            </EmptyState>
          }
        >
          <ul className="divide-y divide-line">
            {list.items.map((notice) => (
              <NoticeRow key={notice.id} notice={notice} />
            ))}
          </ul>
        </ListBody>
      </Card>
      <p className="mt-4">
        <LinkButton weight="quiet" icon="settings" to={paths.notificationPreferences()}>
          {words.preferences}
        </LinkButton>
      </p>
    </>
  );
}

function NoticeRow({ notice }: { notice: Notice }) {
  const { notices: words } = useText();
  const mark = useMarkRead();
  const organizations = session.use()?.organizations ?? [];
  const about =
    organizations.length > 1 && organizations.find((one) => one.id === notice.organizationId)?.name;
  const readIt = () => {
    if (!notice.read) void mark.run([notice.id]);
  };
  return (
    <li className="flex items-start gap-3 px-4 py-3.5 sm:px-5">
      <span
        aria-hidden="true"
        className={`mt-2 size-2 shrink-0 rounded-full ${notice.read ? '' : 'bg-accent'}`}
      />
      <div className="min-w-0 grow text-body">
        <p className={`break-words ${notice.read ? '' : 'font-medium'}`}>
          {!notice.read && <span className="sr-only">{words.unread}: </span>}
          {notice.subject}
        </p>
        {notice.text && (
          <p className="mt-0.5 max-w-[70ch] break-words whitespace-pre-line text-muted">{notice.text}</p>
        )}
        <p className="mt-1 text-13 text-muted">
          <Time value={notice.createdAt} />
          {about && ` · ${about}`}
        </p>
        {notice.link && (
          <Link
            to={safeNext(notice.link.path)}
            onClick={readIt}
            className="mt-1 inline-flex min-h-11 items-center font-medium sm:min-h-8"
          >
            {notice.link.label}
          </Link>
        )}
      </div>
      {!notice.read && <IconButton icon="check" label={words.markOne(notice.subject)} onClick={readIt} />}
    </li>
  );
}
