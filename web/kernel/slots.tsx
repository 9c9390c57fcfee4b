import { type ComponentType, type ReactNode, Suspense } from 'react';
import { usePermissions } from './session/can.ts';
import type { Slots } from './slot-names.ts';
import { type Loadable, whenLoaded } from './when-loaded.tsx';

export interface SlotPart<Name extends keyof Slots = keyof Slots> {
  /** Module and file, `billing/due-card`: the server names its script in the page. */
  id: `${string}/${string}`;
  /** Lower comes first. */
  order: number;
  need?: string;
  /** GET urls it shows at once, as templates like those of the page: they come along with the page. */
  data?: readonly string[];
  /** The words it speaks when they are not those of its module; null when it brings them along. */
  words?: string | null;
  Part: Loadable<Slots[Name]>;
}

const parts = new Map<keyof Slots, SlotPart<never>[]>();

/**
 * Puts a module's component into a slot:
 * `registerSlot('dashboard.cards', { id: 'billing/due-card', order: 10, need: 'billing.invoices.read', load: () => import('./due-card.tsx') })`
 * where the file exports `Part`.
 */
export function registerSlot<Name extends keyof Slots>(
  name: Name,
  {
    load,
    ...part
  }: Omit<SlotPart<Name>, 'Part'> & { load: () => Promise<{ Part: ComponentType<Slots[Name]> }> },
): void {
  const Part = whenLoaded(async () => (await load()).Part);
  const list = [...(parts.get(name) ?? []), { ...part, Part }] as SlotPart<never>[];
  parts.set(
    name,
    list.sort((a, b) => a.order - b.order),
  );
}

/** Loads the parts of all slots, for the server, which draws without waiting. */
export async function loadParts(): Promise<void> {
  await Promise.all([...parts.values()].flatMap((list) => list.map(({ Part }) => Part.load())));
}

/** The parts of a slot for whoever holds these permissions. */
export function partsFor<Name extends keyof Slots>(
  name: Name,
  permissions: readonly string[],
): SlotPart<Name>[] {
  const all = (parts.get(name) ?? []) as unknown as SlotPart<Name>[];
  return all.filter((part) => !part.need || permissions.includes(part.need));
}

/** The parts of a slot that this person may see. */
export function useSlot<Name extends keyof Slots>(name: Name): SlotPart<Name>[] {
  return partsFor(name, usePermissions());
}

/** Renders all parts of a slot; each appears when it is ready, in its place. */
export function Slot<Name extends keyof Slots>(props: {
  name: Name;
  with: Slots[Name];
  fallback?: ReactNode;
}) {
  return useSlot(props.name).map(({ id, Part }) => {
    const Any = Part as ComponentType<object>;
    return (
      <Suspense key={id} fallback={props.fallback ?? null}>
        <Any {...props.with} />
      </Suspense>
    );
  });
}
