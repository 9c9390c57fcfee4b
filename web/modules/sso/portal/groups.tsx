import { Button, IconButton } from '../../../ui/button.tsx';
import { Select, TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';

type GroupRole = { group: string; role: string };

/** Which groups of the provider become which roles; the first that somebody is in decides. */
export function Groups({
  roles,
  value,
  onValue,
}: {
  roles: { value: string; label: string }[];
  value: GroupRole[];
  onValue: (value: GroupRole[]) => void;
}) {
  const words = useText();
  const change = (at: number, over: Partial<GroupRole>) =>
    onValue(value.map((one, index) => (index === at ? { ...one, ...over } : one)));
  return (
    <div className="flex flex-col gap-3">
      <p className="text-13 text-muted">{words.groupsHint}</p>
      {value.map((one, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- a row has no name of its own, and fields keep nothing by themselves
        <div key={at} className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] items-end gap-2">
          <TextField
            name={`groupRoles.${at}.group`}
            label={words.group}
            value={one.group}
            onValue={(group) => change(at, { group })}
          />
          <Select
            name={`groupRoles.${at}.role`}
            label={words.groupRole}
            value={one.role}
            onValue={(role) => change(at, { role })}
            choices={roles}
          />
          <IconButton
            icon="trash"
            label={words.removeGroup(one.group)}
            onClick={() => onValue(value.filter((_, index) => index !== at))}
          />
        </div>
      ))}
      <div>
        <Button
          weight="quiet"
          icon="plus"
          onClick={() => onValue([...value, { group: '', role: 'member' }])}
          type="button"
        >
          {words.addGroup}
        </Button>
      </div>
    </div>
  );
}
