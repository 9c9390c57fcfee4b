interface Chosen {
  options?: readonly { kind?: string; value: unknown }[];
}

/** What tells a service from others of its plan: what its client calls it, or the first text that was chosen with it, as a domain; or nothing. */
export function calledBy({ label, choices }: { readonly label: string; readonly choices: unknown }): string {
  if (label !== '') return label;
  const { options = [] } = (choices ?? {}) as Chosen;
  const text = options.find(({ kind, value }) => kind === 'text' && typeof value === 'string');
  return (text?.value as string | undefined) ?? '';
}

/** A name with that behind it, for where services of one plan stand beside each other. */
export function namedApart(name: string, called: string): string {
  return called === '' ? name : `${name} (${called})`;
}
