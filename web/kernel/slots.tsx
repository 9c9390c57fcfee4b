import { type ComponentType, type ReactNode, Suspense } from 'react';
import { usePermissions } from './session/can.ts';

/** Every place where modules may show themselves on another's page, with what the place tells them. */
export interface Slots {
  /** Notices about the whole account, above every portal page. */
  'portal.banners': object;
  /** The portal's overview: further cards, and what happened lately. */
  'dashboard.cards': object;
  'dashboard.activity': object;
  'console.cards': object;
  'service.sections': { serviceId: string };
  'invoice.sections': { invoiceId: string };
  'organization.sections': object;
  /** Detail of a client in the console. */
  'client.sections': { organizationId: string };
}

export interface SlotPart<Name extends keyof Slots = keyof Slots> {
  id: string;
  /** Lower comes first. */
  order: number;
  need?: string;
  Part: ComponentType<Slots[Name]>;
}

const parts = new Map<keyof Slots, SlotPart<never>[]>();

/**
 * Puts a module's component into a slot:
 * `registerSlot('dashboard.cards', { id: 'due', order: 10, need: 'billing.invoices.read', load: () => import('./due-card.tsx') })`
 * where the file exports `Part`.
 */
export function registerSlot<Name extends keyof Slots>(
  name: Name,
  {
    load,
    ...part
  }: Omit<SlotPart<Name>, 'Part'> & { load: () => Promise<{ Part: ComponentType<Slots[Name]> }> },
): void {
  const Part = whenLoaded(load);
  const list = [...(parts.get(name) ?? []), { ...part, Part }] as SlotPart<never>[];
  parts.set(
    name,
    list.sort((a, b) => a.order - b.order),
  );
}

const loads: (() => Promise<void>)[] = [];

/** Loads the parts of all slots, for the server, which draws without waiting. */
export async function loadParts(): Promise<void> {
  await Promise.all(loads.map((load) => load()));
}

/** A component whose file is loaded when it is first shown, or before. */
function whenLoaded<Props extends object>(load: () => Promise<{ Part: ComponentType<Props> }>) {
  let Loaded: ComponentType<Props> | undefined;
  let loading: Promise<void> | undefined;
  const start = () => (loading ??= load().then((file) => void (Loaded = file.Part)));
  loads.push(start);
  return (props: Props) => {
    // oxlint-disable-next-line typescript/only-throw-error -- a promise is how a part says that it is not here yet
    if (!Loaded) throw start();
    return <Loaded {...props} />;
  };
}

/** The parts of a slot that this person may see. */
export function useSlot<Name extends keyof Slots>(name: Name): SlotPart<Name>[] {
  const permissions = usePermissions();
  const all = (parts.get(name) ?? []) as unknown as SlotPart<Name>[];
  return all.filter((part) => !part.need || permissions.includes(part.need));
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
