import type { ElsewhereRule } from './auth/elsewhere.ts';
import type { Permission } from './auth/roles.ts';
import type { Db } from './db/types.ts';
import type { EventKind } from './events/define.ts';
import type { Reaction } from './events/reactions.ts';
import type { AnyRoute } from './http/route.ts';
import type { Job, Sweep } from './jobs/define.ts';
import type { MessageKind } from './messages.ts';
import type { Service } from './services.ts';
import type { Setting } from './settings.ts';

/** Everything a module plugs in. Manifests are data, so whole-product features and fences are loops over them. */
export interface Module {
  readonly name: string;
  /** Files in the module's `migrations/`, in order. */
  readonly migrations?: readonly string[];
  readonly routes?: readonly AnyRoute[];
  readonly permissions?: readonly Permission[];
  readonly events?: readonly EventKind<string, any>[];
  readonly reactions?: readonly Reaction<any>[];
  readonly jobs?: readonly Job<any>[];
  readonly sweeps?: readonly Sweep[];
  readonly services?: readonly Service[];
  readonly messages?: readonly MessageKind<any>[];
  readonly settings?: readonly Setting<any>[];
  /** Whose sign-in leads elsewhere. */
  readonly elsewhere?: ElsewhereRule;
  readonly invariants?: readonly Invariant[];
  readonly personalData?: readonly PersonalData[];
}

/** Something that is always true. `violations` finds up to `limit` counterexamples, in plain words for staff. */
export interface Invariant {
  readonly name: string;
  readonly violations: (db: Db, limit: number) => Promise<string[]>;
}

/** Columns that hold personal data, why, and what happens to them when a person is erased. */
export interface PersonalData {
  readonly table: string;
  readonly columns: readonly string[];
  readonly purpose: string;
  readonly onErasure: 'delete' | 'anonymize' | 'keep for legal retention';
}

export function defineModule(module: Module): Module {
  return module;
}
