import type { Text } from '../text/en.ts';
import { useText } from '../text/index.ts';

const names = [
  'client',
  'organization',
  'service',
  'invoice',
  'number',
  'agent',
] as const satisfies readonly (keyof Text['variables']['names'])[];

/** What texts may leave open. */
export function VariablesHint() {
  const { variables: words } = useText();
  return (
    <div className="rounded bg-sunken p-3 text-13">
      <p className="font-medium">{words.lead}</p>
      <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5">
        {names.map((name) => (
          <div key={name} className="contents">
            <dt>
              <code>{`{{${name}}}`}</code>
            </dt>
            <dd className="text-muted">{words.names[name]}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-1 text-muted">{words.otherwise}</p>
    </div>
  );
}
