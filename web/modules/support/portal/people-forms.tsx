import type { ReactNode } from 'react';
import { usePosted } from '../../../kernel/pages/posted.ts';
import type { Path } from '../../../kernel/paths.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { usePerson } from '../../../kernel/session/session.ts';
import type { Slots } from '../../../kernel/slot-names.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { inputClass } from '../../../ui/field.tsx';
import { PostedProblem } from '../../../ui/posted-problem.tsx';
import { useFollowerText } from '../text/followers.ts';

/** Who gets the replies of a ticket, as forms for browsers without script; the server alone draws it. */
export function Part({ ticket }: Slots['ticket.without-script']) {
  const words = useFollowerText();
  const me = usePerson();
  const { to } = useOrganization();
  const at = `${to.ticket(ticket.id)}/people` as Path;
  const posted = usePosted<{ address: string }>(at);
  const act = (name: string, value: string, button: ReactNode) => (
    <form method="post" action={at}>
      <input type="hidden" name={name} value={value} />
      {button}
    </form>
  );
  return (
    <noscript>
      <Card title={words.title} className="mt-4">
        <PostedProblem posted={posted} hidden={false} />
        <ul className="flex flex-col gap-2">
          {ticket.followers.map(({ id, name }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-2 text-14">
              {name}
              {act(
                'unfollow',
                id,
                <Button type="submit" weight="secondary">
                  {id === me.id ? words.leave : words.remove(name)}
                </Button>,
              )}
            </li>
          ))}
          {ticket.copied.map(({ id, address, addedBy, removable }) => (
            <li key={id} className="flex flex-wrap items-start justify-between gap-2 text-14">
              <span className="[overflow-wrap:anywhere]">
                {address} <span className="text-muted">({words.addressOf(addedBy)})</span>
              </span>
              {removable && (
                <details>
                  <summary className="min-h-11 cursor-pointer py-2 text-accent-text">
                    {words.uncopy(address)}
                  </summary>
                  <p className="mb-2 text-13 text-muted">{words.sureLead}</p>
                  {act(
                    'uncopy',
                    id,
                    <Button type="submit" weight="destructive">
                      {words.uncopyAct}
                    </Button>,
                  )}
                </details>
              )}
            </li>
          ))}
        </ul>
        <form
          method="post"
          action={at}
          className="mt-4 flex flex-wrap items-end gap-2 border-t border-line pt-3"
        >
          <label className="min-w-0 grow text-body font-medium">
            {words.colleagueOrAddress}
            <input
              type="email"
              name="address"
              required
              maxLength={254}
              autoComplete="off"
              defaultValue={posted?.asked.address}
              className={`${inputClass} mt-1 w-full`}
            />
          </label>
          <Button type="submit" weight="secondary">
            {words.addAct}
          </Button>
        </form>
        <p className="mt-2 text-13 text-muted">{words.othersHint}</p>
      </Card>
    </noscript>
  );
}
