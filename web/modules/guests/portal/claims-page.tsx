import { Suspense, useState } from 'react';
import type { Claimable } from '../../../../server/modules/guests/contract.ts';
import type { MyOffers } from '../../../../server/modules/offers/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { paths } from '../../../kernel/paths.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { RadioCards } from '../../../ui/choices.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { MyOffers as Offers } from '../../offers/portal/my-offers.tsx';
import { useText } from '../text/index.ts';

/** What somebody wrote without an account, to be taken over by the person whose address it is. */
export function Page() {
  const { claims: words, write } = useText();
  const { items } = useData<{ items: Claimable[] }>('/api/me/guests');
  const { items: offers } = useData<MyOffers>('/api/me/offers');
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader title={words.title} lead={items.length > 0 ? words.lead : undefined} />
      {offers.length > 0 && (
        <Suspense>
          <Offers items={offers} />
        </Suspense>
      )}
      {items.length + offers.length === 0 && (
        <EmptyState
          icon="mail"
          title={words.none}
          act={
            <LinkButton to={paths.contact()} weight="secondary">
              {write.title}
            </LinkButton>
          }
        >
          {words.noneHint}
        </EmptyState>
      )}
      <div className="flex flex-col gap-4">
        {items.map((guest) => (
          <Claim key={guest.id} guest={guest} />
        ))}
      </div>
    </div>
  );
}

function Claim({ guest }: { guest: Claimable }) {
  const { claims: words } = useText();
  const format = useFormat();
  const movable = guest.can.move === true ? guest.into : [];
  const [where, setWhere] = useState((!guest.whole && movable[0]?.id) || 'own');
  const claim = useAct(
    (into: string | null, key) =>
      api.post<{ slug: string; name: string }>(`/api/me/guests/${guest.id}/claim`, { into }, key),
    // A new document, so that the session with a new membership comes with it.
    {
      done({ slug }) {
        const to = paths.organization(slug);
        location.assign(guest.orders.length > 0 ? to.orders() : to.tickets());
      },
    },
  );
  return (
    <Card
      title={guest.name}
      aside={
        <span className="text-muted">
          {[
            guest.orders.length > 0 && words.orders(guest.orders.length),
            guest.tickets > 0 && words.tickets(guest.tickets),
          ]
            .filter(Boolean)
            .join(', ')}
        </span>
      }
    >
      <p className="text-13 text-muted">{words.since(format.date(guest.since))}</p>
      <ul className="mt-2 list-disc ps-5 text-body">
        {guest.orders.map(({ number, title }) => (
          <li key={number} className="[overflow-wrap:anywhere]">
            {format.words(title)} <span className="text-muted tabular-nums">· {number}</span>
          </li>
        ))}
        {guest.subjects.map((subject, index) => (
          <li key={index} className="[overflow-wrap:anywhere]">
            {subject}
          </li>
        ))}
      </ul>
      <form
        className="mt-5 flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void claim.run(where === 'own' ? null : where);
        }}
      >
        {movable.length > 0 && (
          <RadioCards
            name={`where-${guest.id}`}
            label={words.where}
            value={where}
            onValue={setWhere}
            choices={[
              ...movable.map(({ id, name }) => ({
                value: id,
                label: guest.whole ? words.below(name) : words.into(name),
                hint: guest.whole ? words.belowHint : words.intoHint,
              })),
              { value: 'own', label: words.own(guest.name), hint: words.ownHint },
            ]}
          />
        )}
        <div>
          <Button type="submit" busy={claim.busy}>
            {words.act}
          </Button>
        </div>
      </form>
    </Card>
  );
}
