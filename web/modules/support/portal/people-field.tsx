import type { Member } from '../../../../server/modules/organizations/contract.ts';
import type { FieldBinding } from '../../../kernel/forms/use-form.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import type { Page } from '../../../kernel/query/use-list.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { usePerson } from '../../../kernel/session/session.ts';
import { FieldSet } from '../../../ui/field.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { useFollowerText } from '../text/followers.ts';

/** Who else gets the replies of a ticket about to be opened: `follow` holds ids of colleagues, `copy` addresses, both separated by commas. */
export function PeopleField({
  follow,
  copy,
  most,
}: {
  follow: FieldBinding<string>;
  copy: FieldBinding<string>;
  most: number;
}) {
  const words = useFollowerText();
  const { api: base } = useOrganization();
  const me = usePerson();
  const { data: members } = useSideData<Page<Member>>(`${base}/members?limit=100`, 'organizations.');
  const others = (members?.items ?? []).filter(({ id }) => id !== me.id);
  const chosen = follow.value.split(',').filter(Boolean);
  return (
    <>
      {others.length > 0 && (
        <FieldSet label={words.colleagues}>
          <div className="flex max-h-52 flex-col overflow-y-auto">
            {others.map(({ id, name }) => (
              <label
                key={id}
                className="flex min-h-10 cursor-pointer items-center gap-2.5 text-14 sm:min-h-8"
              >
                <input
                  type="checkbox"
                  className="size-4 accent-(--accent)"
                  checked={chosen.includes(id)}
                  onChange={(event) =>
                    follow.onValue(
                      (event.target.checked ? [...chosen, id] : chosen.filter((one) => one !== id)).join(','),
                    )
                  }
                />
                {name}
              </label>
            ))}
          </div>
        </FieldSet>
      )}
      {most > 0 && (
        <TextField
          {...copy}
          label={words.addresses}
          hint={words.addressesHint(most)}
          optional
          inputMode="email"
          autoComplete="off"
          maxLength={2000}
        />
      )}
    </>
  );
}
