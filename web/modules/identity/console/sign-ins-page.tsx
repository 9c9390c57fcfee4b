import type { LoggedSignIn } from '../../../../server/modules/identity/account-contract.ts';
import { useFiltered } from '../../../kernel/pages/filtered.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { useSearch } from '../../../kernel/pages/search.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import { Breakable } from '../../../ui/breakable.tsx';
import type { Column } from '../../../ui/data-table.tsx';
import { Select } from '../../../ui/inputs.tsx';
import { ListFilters } from '../../../ui/list-filters.tsx';
import { ListTable } from '../../../ui/list-table.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { Time } from '../../../ui/time.tsx';
import { useDeviceName } from '../portal/device-row.tsx';
import { useCountry } from '../portal/country.ts';
import { SignInResult } from '../portal/sign-in-result.tsx';
import { useDeskText } from '../text/desk.ts';
import { useText } from '../text/index.ts';

const to = consolePaths;

/** The sign-ins of everybody: to find out what happened to an account, and what was tried. */
export function Page() {
  const { log: words } = useDeskText();
  const asked = useFiltered('/api/console/sign-ins', ['outcome', 'people', 'q']);
  const list = useList<LoggedSignIn>(asked.url, 'identity.');
  const columns: Column<LoggedSignIn>[] = [
    { key: 'who', header: words.who, card: 'title', cell: (line) => <Who line={line} /> },
    { key: 'how', header: words.how, card: 'rest', cell: (line) => <How line={line} /> },
    { key: 'where', header: words.where, card: 'rest', cell: (line) => <Where line={line} /> },
    {
      key: 'when',
      header: words.when,
      card: 'when',
      cell: ({ at }) => (
        <span className="whitespace-nowrap">
          <Time value={at} />
        </span>
      ),
    },
    {
      key: 'result',
      header: words.result,
      card: 'state',
      cell: (line) => <SignInResult line={line} plain={words.signedIn} />,
    },
  ];
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} />
      <ListFilters
        search={words.search}
        name="outcome"
        label={words.outcome}
        choices={(['opened', 'refused', 'unusual'] as const).map((value) => ({
          value,
          label: words.outcomes[value],
        }))}
      >
        <People />
      </ListFilters>
      <ListTable
        list={list}
        asked={asked}
        empty={
          <EmptyState icon="history" title={words.empty}>
            {words.emptyHint}
          </EmptyState>
        }
        caption={words.title}
        columns={columns}
        rowKey={(line) => line.id}
        dense
      />
    </>
  );
}

function People() {
  const { log: words } = useDeskText();
  const search = useSearch();
  return (
    <div className="sm:w-44">
      <Select
        bare
        name="people"
        label={words.people.label}
        value={search.get('people') ?? ''}
        choices={[
          { value: '', label: words.people.all },
          { value: 'staff', label: words.people.staff },
          { value: 'clients', label: words.people.clients },
        ]}
        onValue={(people) => search.set({ people: people || null })}
      />
    </div>
  );
}

function Who({ line: { person } }: { line: LoggedSignIn }) {
  const { log: words } = useDeskText();
  if (!person) return <span className="font-normal text-muted">{words.nobody}</span>;
  return (
    <span className="block min-w-0">
      <Link to={to.person(person.id)} className="font-medium">
        {person.name}
      </Link>
      <span className="block text-13 font-normal [overflow-wrap:anywhere] text-muted">
        <Breakable words={person.email} />
      </span>
    </span>
  );
}

function How({ line }: { line: LoggedSignIn }) {
  const { signIns } = useText();
  return (
    <span className="block min-w-0">
      <span className="block">{line.methods.map((method) => signIns.method[method]).join(' + ')}</span>
      <span className="block text-13 text-muted">{useDeviceName(line.userAgent)}</span>
    </span>
  );
}

function Where({ line }: { line: LoggedSignIn }) {
  const country = useCountry(line.country);
  return (
    <span className="block min-w-0">
      {country && <span className="block">{country}</span>}
      <span className="block text-13 [overflow-wrap:anywhere] text-muted">{line.address}</span>
    </span>
  );
}
