import type { ElsewhereRule } from './auth/elsewhere.ts';
import type { Permission } from './auth/roles.ts';
import type { EventKind } from './events/define.ts';
import type { Reaction } from './events/reactions.ts';
import type { AnyRoute } from './http/route.ts';
import type { Job, Sweep } from './jobs/define.ts';
import type { MessageKind } from './messages.ts';
import type { Invariant, Module } from './module.ts';
import type { Service } from './services.ts';
import type { Setting } from './settings.ts';
import { assert } from './values/errors.ts';

/** All modules' manifests as one: what the loops over the whole product read. */
export interface Product {
  readonly modules: readonly Module[];
  readonly routes: readonly AnyRoute[];
  readonly permissions: readonly Permission[];
  readonly settings: readonly Setting<any>[];
  readonly elsewhere: readonly ElsewhereRule[];
  readonly invariants: readonly Invariant[];
  readonly sweeps: readonly Sweep[];
  readonly services: readonly Service[];
  readonly events: ReadonlyMap<string, EventKind<string, any>>;
  readonly messages: ReadonlyMap<string, MessageKind<any>>;
  readonly jobs: ReadonlyMap<string, Job<any>>;
  readonly reactions: ReadonlyMap<string, Reaction<any>>;
  reactionsTo(event: string): readonly Reaction<any>[];
}

/** Puts the manifests together; two things of one name are a mistake found at start. */
export function assemble(modules: readonly Module[]): Product {
  const reactions = byName(modules.flatMap((module) => module.reactions ?? []));
  const reacting = new Map<string, Reaction<any>[]>();
  for (const reaction of reactions.values()) {
    reacting.set(reaction.event.name, [...(reacting.get(reaction.event.name) ?? []), reaction]);
  }
  return {
    modules,
    routes: modules.flatMap((module) => module.routes ?? []),
    permissions: modules.flatMap((module) => module.permissions ?? []),
    settings: modules.flatMap((module) => module.settings ?? []),
    services: modules.flatMap((module) => module.services ?? []),
    elsewhere: modules.flatMap((module) => module.elsewhere ?? []),
    invariants: modules.flatMap((module) => module.invariants ?? []),
    sweeps: modules.flatMap((module) => module.sweeps ?? []),
    events: byName(modules.flatMap((module) => module.events ?? [])),
    messages: byName(modules.flatMap((module) => module.messages ?? [])),
    jobs: byName(modules.flatMap((module) => module.jobs ?? [])),
    reactions,
    reactionsTo: (event) => reacting.get(event) ?? [],
  };
}

function byName<Named extends { readonly name: string }>(all: readonly Named[]): Map<string, Named> {
  const map = new Map<string, Named>();
  for (const one of all) {
    assert(!map.has(one.name), `there is one ${one.name}`);
    map.set(one.name, one);
  }
  return map;
}
