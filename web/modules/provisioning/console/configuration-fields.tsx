import type { Driver } from '../../../../server/modules/provisioning/contract.ts';
import { Checkbox } from '../../../ui/choices.tsx';
import { PasswordField, TextArea, TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';

/** The part of JSON Schema that configurations are made of. */
interface Property {
  type?: string;
  default?: unknown;
  minimum?: number;
  maximum?: number;
}

export type Shown = 'text' | 'number' | 'boolean' | 'list' | 'json';
export interface ConfigurationField {
  name: string;
  shown: Shown;
  secret: boolean;
  required: boolean;
  property: Property;
}

/** What a driver wants to know, as fields in the order it names them. */
export function fieldsOf({ schema, secretFields }: Driver): ConfigurationField[] {
  const { properties = {}, required = [] } = schema as {
    properties?: Record<string, Property>;
    required?: string[];
  };
  const shownAs: Partial<Record<string, Shown>> = {
    string: 'text',
    integer: 'number',
    number: 'number',
    boolean: 'boolean',
    array: 'list',
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    property,
    shown: shownAs[property.type ?? ''] ?? 'json',
    secret: secretFields.includes(name),
    required: required.includes(name),
  }));
}

export type Typed = Record<string, string | boolean>;

/** What is typed, from what is stored. */
export function typedOf(fields: readonly ConfigurationField[], stored: Record<string, unknown>): Typed {
  return Object.fromEntries(
    fields.map(({ name, shown, property }) => {
      const value = stored[name] ?? property.default;
      if (shown === 'boolean') return [name, value === true];
      if (value === undefined) return [name, ''];
      if (shown === 'list') return [name, (value as unknown[]).join(', ')];
      return [name, shown === 'json' || typeof value !== 'string' ? JSON.stringify(value) : value];
    }),
  );
}

/** What is sent, from what is typed; empty fields are left out. Throws on JSON that is none. */
export function configurationOf(
  fields: readonly ConfigurationField[],
  typed: Typed,
): Record<string, unknown> {
  const entries = fields.flatMap(({ name, shown }): [string, unknown][] => {
    const value = typed[name] ?? '';
    if (typeof value === 'boolean') return [[name, value]];
    const words = value.trim();
    if (words === '') return [];
    if (shown === 'number') return [[name, Number(words)]];
    if (shown === 'list') return [[name, words.split(',').map((one) => one.trim())]];
    return [[name, shown === 'json' ? (JSON.parse(words) as unknown) : words]];
  });
  return Object.fromEntries(entries);
}

export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The fields of a configuration; `kept` when empty secrets stay as they are. */
export function ConfigurationFields({
  fields,
  field,
  kept,
}: {
  fields: readonly ConfigurationField[];
  field: (name: string) => {
    name: string;
    value: string | boolean;
    onValue: (value: string | boolean) => void;
    error: string | undefined;
  };
  kept: boolean;
}) {
  const { connections: words } = useText();
  return fields.map(({ name, shown, secret, required, property }) => {
    const bound = field(name);
    const label = words.fields[name] ?? name;
    const hint = words.hints[name];
    const text = { ...bound, value: String(bound.value), label };
    if (typeof bound.value === 'boolean') {
      return <Checkbox key={name} {...bound} value={bound.value} label={label} {...(hint ? { hint } : {})} />;
    }
    if (secret) {
      return (
        <PasswordField
          key={name}
          {...text}
          hint={kept ? words.secretKept : hint}
          autoComplete="new-password"
        />
      );
    }
    if (shown === 'json') {
      return <TextArea key={name} {...text} hint={hint} rows={2} optional={!required} />;
    }
    return (
      <TextField
        key={name}
        {...text}
        hint={hint}
        type={shown === 'number' ? 'number' : 'text'}
        min={property.minimum}
        max={property.maximum}
        autoComplete="off"
        optional={!required}
      />
    );
  });
}
