import { useState } from 'react';
import type { MyOffers as Mine } from '../../../../server/modules/offers/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { paths } from '../../../kernel/paths.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Select } from '../../../ui/inputs.tsx';
import { MoneyText } from '../../../ui/money.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';

/** Offers to the person's own address, to be taken into an organization and answered there. */
export function MyOffers({ items }: { items: Mine['items'] }) {
  const { mine: words } = useText();
  return (
    <section className="mb-6 flex flex-col gap-4">
      <div>
        <h2 className="text-20">{words.title}</h2>
        <p className="text-body text-muted">{words.lead}</p>
      </div>
      {items.map((offer) => (
        <Waiting key={offer.id} offer={offer} />
      ))}
    </section>
  );
}

function Waiting({ offer }: { offer: Mine['items'][number] }) {
  const { mine: words, until } = useText();
  const [where, setWhere] = useState(offer.into[0]?.id ?? '');
  const take = useAct(
    (organization: string, key) =>
      api.post<{ slug: string }>(`/api/me/offers/${offer.id}/take`, { organization }, key),
    { done: ({ slug }) => location.assign(paths.organization(slug).offer(offer.id)) },
  );
  return (
    <Card title={offer.title} aside={<span className="text-muted">{offer.number}</span>}>
      <p className="text-20 font-bold">
        <MoneyText value={offer.total} />
      </p>
      <p className="text-13 text-muted">
        {until} <Time value={offer.validUntil} style="date" />
      </p>
      {offer.into.length === 0 ? (
        <div className="mt-4 flex flex-col items-start gap-3">
          <p className="text-body">{words.first}</p>
          <LinkButton to={paths.newOrganization()}>{words.make}</LinkButton>
        </div>
      ) : (
        <form
          className="mt-4 flex flex-wrap items-end gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            void take.run(where);
          }}
        >
          <Select
            name={`where-${offer.id}`}
            label={words.where}
            className="min-w-0 grow"
            value={where}
            onValue={setWhere}
            choices={offer.into.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Button type="submit" busy={take.busy}>
            {words.act}
          </Button>
        </form>
      )}
    </Card>
  );
}
