import type { Connection, Driver } from '../../../../server/modules/provisioning/contract.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { Button } from '../../../ui/button.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';
import {
  ConfigurationFields,
  configurationOf,
  fieldsOf,
  isJson,
  type Typed,
  typedOf,
} from './configuration-fields.tsx';

interface Body {
  code?: string;
  name: string;
  configuration: Record<string, unknown>;
}

/** Code, name and what the kind of system wants to know. The code is asked for only once. */
export function ConnectionForm({
  driver,
  initial,
  verb,
  send,
  done,
}: {
  driver: Driver;
  initial: Connection | null;
  verb: string;
  send: (body: Body, key: string) => Promise<Connection>;
  done: () => void;
}) {
  const { connections: words } = useText();
  const fields = fieldsOf(driver);
  const form = useForm<Typed, Connection>({
    initial: {
      code: initial?.code ?? '',
      name: initial?.name ?? '',
      ...typedOf(fields, initial?.configuration ?? {}),
    },
    check: (typed) =>
      Object.fromEntries(
        fields
          .filter(({ name, shown }) => shown === 'json' && typed[name] && !isJson(String(typed[name])))
          .map(({ name }) => [name, words.badJson]),
      ),
    send: (typed, key) =>
      send(
        {
          ...(initial ? {} : { code: String(typed.code) }),
          name: String(typed.name),
          configuration: configurationOf(fields, typed),
        },
        key,
      ),
    refresh: ['/api/console/provisioning/connections'],
    done,
  });
  const text = (name: string) => {
    const bound = form.field(name);
    return { ...bound, value: String(bound.value) };
  };
  return (
    <Form form={form}>
      {!initial && (
        <TextField
          {...text('code')}
          label={words.code}
          hint={words.codeHint}
          autoCapitalize="none"
          autoComplete="off"
          maxLength={40}
        />
      )}
      <TextField {...text('name')} label={words.name} autoComplete="off" maxLength={100} />
      <ConfigurationFields
        fields={fields}
        field={(name) => ({ ...form.field(name), value: form.values[name] ?? '' })}
        kept={initial !== null}
      />
      <FormActs>
        <Button type="submit" busy={form.busy}>
          {verb}
        </Button>
      </FormActs>
    </Form>
  );
}
