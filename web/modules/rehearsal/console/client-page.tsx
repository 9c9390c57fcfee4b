import type { ClientRehearsal } from '../../../../server/modules/rehearsal/contract.ts';
import type { Client } from '../../../../server/modules/organizations/contract.ts';
import { consolePaths as to } from '../../../kernel/console-paths.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useFiltered } from '../../../kernel/pages/filtered.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { useSearch } from '../../../kernel/pages/search.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Card } from '../../../ui/card.tsx';
import { Chips, chipClass } from '../../../ui/chip.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { useText } from '../text/desk.ts';
import { About, looks } from './happening.tsx';
import { monthName } from './month-name.ts';
import { SumList } from './sum-list.tsx';

const ranges = [30, 90, 180, 365];
const lateBy = ['7', '14', '30'];
type Item = ClientRehearsal['items'][number];

export function Page({ clientId }: { clientId: string }) {
  const words = useText();
  const format = useFormat();
  const at = `/api/console/clients/${clientId}`;
  const client = useData<Client>(at, 'organizations.');
  const asked = useFiltered(`${at}/rehearsal`, ['days', 'assumption', 'lateDays']);
  const ahead = useData<ClientRehearsal>(asked.url, ['billing.', 'services.', 'payments.']);
  const months = [...new Set(ahead.items.map(({ on }) => on.slice(0, 7)))];
  return (
    <>
      <PageHeader
        title={words.ofClient(client.name)}
        lead={words.ofClientLead}
        crumbs={[{ label: client.name, to: to.client(clientId) }]}
      />
      <Asked clientId={clientId} />
      {ahead.paidBy && (
        <div className="mb-4">
          <Banner
            tone="info"
            title={words.paidBy(ahead.paidBy.name)}
            act={<Link to={to.clientRehearsal(ahead.paidBy.id)}>{words.seePayer}</Link>}
          >
            {words.paidByHint}
          </Banner>
        </div>
      )}
      {ahead.items.length === 0 ? (
        <Card>
          <EmptyState icon="calendar" title={words.nothing}>
            {words.nothingHint}
          </EmptyState>
        </Card>
      ) : (
        <div className="grid items-start gap-4 lg:grid-cols-[1fr_20rem]">
          <div className="grid gap-4">
            {months.map((month) => (
              <Card key={month} title={monthName(month, format.locale)}>
                <ol className="divide-y divide-line">
                  {ahead.items.map(
                    (item, index) =>
                      item.on.startsWith(month) && <Happening key={`${item.on} ${index}`} item={item} />,
                  )}
                </ol>
              </Card>
            ))}
            {ahead.more && <p className="text-13 text-muted">{words.more}</p>}
          </div>
          <Card title={words.sums}>
            <SumList sums={ahead.sums} />
          </Card>
        </div>
      )}
    </>
  );
}

/** What is supposed, and how far; the choices are the address. */
function Asked({ clientId }: { clientId: string }) {
  const words = useText();
  const search = useSearch();
  const now = {
    assumption: search.get('assumption') ?? 'stops',
    lateDays: search.get('lateDays') ?? '14',
    days: search.get('days') ?? '90',
  };
  const link = (over: Partial<typeof now>, on: boolean, label: string) => {
    const { assumption, lateDays, days } = { ...now, ...over };
    const query = {
      ...(days !== '90' && { days }),
      ...(assumption !== 'stops' && { assumption }),
      ...(assumption === 'late' && { lateDays }),
    };
    return (
      <Link
        key={label}
        to={to.clientRehearsal(clientId, query)}
        className={chipClass(on)}
        aria-current={on ? 'true' : undefined}
      >
        {label}
      </Link>
    );
  };
  const { assumption, lateDays, days } = now;
  return (
    <div className="mb-4">
      <Chips label={words.assume}>
        {(['stops', 'on_time'] as const).map((kind) =>
          link({ assumption: kind }, assumption === kind, words.assumptions[kind]),
        )}
        {lateBy.map((late) =>
          link(
            { assumption: 'late', lateDays: late },
            assumption === 'late' && lateDays === late,
            words.assumptions.late(Number(late)),
          ),
        )}
      </Chips>
      <Chips label={words.howFar}>
        {ranges.map((range) => link({ days: String(range) }, days === String(range), words.days(range)))}
      </Chips>
      <p className="mt-1 text-13 text-muted">{words.explain[assumption as keyof typeof words.explain]}</p>
    </div>
  );
}

function Happening({ item }: { item: Item }) {
  const words = useText();
  const format = useFormat();
  const { icon, colors } = looks[item.kind];
  return (
    <li className="flex gap-3 py-2.5">
      <span className={`grid size-8 shrink-0 place-items-center rounded-full ${colors}`}>
        <Icon name={icon} size={16} />
      </span>
      <div className="min-w-0 grow">
        <p className="flex flex-wrap items-baseline justify-between gap-x-3 text-body">
          <span className="font-medium">{words.kinds[item.kind]}</span>
          {item.amount && <span className="tabular-nums">{format.money(item.amount)}</span>}
        </p>
        <p className="text-13 break-words text-muted">
          <span className="tabular-nums">
            {format.date(item.on)}, {item.at}
          </span>{' '}
          · <About item={item} />
        </p>
        {item.messages.length > 0 && (
          <details className="mt-0.5">
            <summary className="cursor-pointer text-13 text-accent-text">{words.seeMessage}</summary>
            {item.messages.map((message) => (
              <div key={message.subject} className="mt-2 rounded bg-sunken p-3 text-13">
                <p className="mb-1 font-medium">{message.subject}</p>
                {message.paragraphs.map((paragraph) => (
                  <p key={paragraph} className="mt-1">
                    {paragraph}
                  </p>
                ))}
              </div>
            ))}
          </details>
        )}
      </div>
    </li>
  );
}
