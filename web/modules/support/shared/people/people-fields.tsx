import type { FieldBinding } from '../../../../kernel/forms/use-form.ts';
import { FieldSet } from '../../../../ui/field.tsx';
import { TextField } from '../../../../ui/inputs.tsx';
import { useFollowerText } from '../../text/followers.ts';
import { chosenIn } from './chosen-in.ts';

/** Who else gets the replies of a ticket about to be opened: `followers` holds ids of members, `copied` addresses, both separated by commas. */
export function PeopleFields({
  others,
  label,
  followers,
  copied,
  most,
}: {
  others: readonly { id: string; name: string }[];
  label: string;
  followers: FieldBinding<string>;
  copied: FieldBinding<string>;
  most: number;
}) {
  const words = useFollowerText();
  const chosen = chosenIn(followers.value);
  return (
    <>
      {others.length > 0 && (
        <FieldSet label={label} error={followers.error} optional>
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
                    followers.onValue(
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
          {...copied}
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
