import { z } from 'zod';
import {
  ability,
  bilingualOut,
  id,
  idOut,
  instant,
  line,
  pageOf,
  pageQuery,
  prose,
} from '../../kernel/http/shapes.ts';
import { problem } from '../../kernel/values/errors.ts';
import { technicalStates } from '../services/index.ts';
import { desiredStates, observedStates, operationKinds } from './domain/states.ts';
import type { DesiredState, ObservedState } from './domain/states.ts';
import { taskStates, type TaskState } from './task-states.ts';

const kind = z.enum(operationKinds);
const technicalState = z.enum(technicalStates);
const desired = z.enum(desiredStates.all as [DesiredState, ...DesiredState[]]);
const observed = z.enum(observedStates.all as [ObservedState, ...ObservedState[]]);
const taskState = z.enum(taskStates.all as [TaskState, ...TaskState[]]);
const taskKind = z.enum(['operation', 'trouble']);
const outcome = z.enum(['done', 'accepted', 'needs_staff', 'failed', 'unknown']);
const organization = z.object({ id: idOut, name: z.string() });

export const serviceParams = z.object({ organization: id('organization'), service: id('service') });
export const consoleServiceParams = z.object({ service: id('service') });

/** How far a service is, as its client sees it. */
export const setupShape = z
  .object({
    technicalState,
    /** What is under way, or what went wrong last; null when nothing is. */
    operation: z
      .object({
        kind,
        since: instant,
        /** `vendor`: it works on it; `retry`: asked again at `nextAt`; `staff`: a person does it or looks. */
        waitsFor: z.enum(['vendor', 'retry', 'staff']),
        /** The vendor's own sentence, when it says one. */
        progress: z.string().nullable(),
        nextAt: instant.nullable(),
      })
      .nullable(),
    hasCredentials: z.boolean(),
    can: z.object({ revealCredentials: ability }),
  })
  .meta({ id: 'ServiceSetup' });
export type ServiceSetup = z.output<typeof setupShape>;

/** Secret: names and values as the vendor gave them. */
export const credentialsShape = z
  .object({ credentials: z.record(z.string(), z.unknown()) })
  .meta({ id: 'ServiceCredentials' });

const service = z.object({
  id: idOut,
  label: z.string(),
  names: bilingualOut,
  organization,
});
export const taskShape = z
  .object({
    id: idOut,
    kind: taskKind,
    /** The operation to do by hand, or why a person has to look. */
    what: z.string(),
    instructions: z.string().nullable(),
    state: taskState,
    takenBy: z.object({ id: idOut, name: z.string() }).nullable(),
    note: z.string(),
    openedAt: instant,
    closedAt: instant.nullable(),
    provisioner: z.string(),
    plan: z.string(),
    service,
    can: z.object({ take: ability, release: ability, complete: ability, fail: ability }),
  })
  .meta({ id: 'StaffTask' });
export type StaffTask = z.output<typeof taskShape>;
export const taskPage = pageOf(taskShape);
export const taskQuery = z.object({
  ...pageQuery,
  status: z.enum(['open', 'mine', 'closed']).default('open'),
});
export const taskParams = z.object({ task: id('staff-task') });
/** `over`: take it over from a colleague. */
export const takeBody = z.object({ over: z.boolean().default(false) }).nullish();
const factName = z.string().regex(/^[A-Za-z][A-Za-z0-9 _-]{0,39}$/);
const factValue = z.string().trim().min(1).max(500);
export const completeBody = z.object({
  /** What anyone who sees the service may see, such as its host name. */
  shown: z.record(factName, factValue).optional(),
  /** Sealed; shown only to those who may see it. */
  credentials: z.record(factName, factValue).optional(),
  dashboardUrl: z.url({ protocol: /^https?$/ }).optional(),
  note: prose(2000).optional(),
});
export const failBody = z.object({ note: prose(2000) });

const instanceShape = z
  .object({
    provisioner: z.string(),
    connection: z.string().nullable(),
    desired: z.object({ state: desired, revision: z.int() }),
    observed: z.object({ state: observed, revision: z.int() }),
    plan: z.string(),
    parameters: z.record(z.string(), z.unknown()),
    remoteId: z.string().nullable(),
    hasCredentials: z.boolean(),
    progress: z.string().nullable(),
    attention: z.string().nullable(),
    lastError: z.object({ code: z.string(), message: z.string(), at: instant }).nullable(),
    nextAt: instant.nullable(),
    busyUntil: instant.nullable(),
    task: taskShape.nullable(),
    /** The latest 50, newest first. */
    operations: z.array(
      z.object({
        id: idOut,
        kind,
        attempt: z.int(),
        cleanUp: z.boolean(),
        startedAt: instant,
        answeredAt: instant.nullable(),
        polls: z.int(),
        outcome: outcome.nullable(),
        failureClass: z.enum(['retry', 'permanent', 'orphan']).nullable(),
        code: z.string().nullable(),
        message: z.string().nullable(),
      }),
    ),
    can: z.object({ retry: ability, markAsDone: ability }),
  })
  .meta({ id: 'ProvisionedInstance' });
export type ProvisionedInstance = z.output<typeof instanceShape>;
/** Null: nothing was ever set up for it. */
export const instanceAnswer = z.object({ instance: instanceShape.nullable() });

export const driverList = z.object({
  items: z.array(
    z.object({
      name: z.string(),
      label: bilingualOut,
      /** False when it needs no connection at all. */
      configurable: z.boolean(),
      /** JSON Schema of the configuration. */
      schema: z.record(z.string(), z.unknown()),
      secretFields: z.array(z.string()),
    }),
  ),
});
export type Driver = z.output<typeof driverList>['items'][number];

/** Any JSON; what must be in it is for the driver to say. */
const configuration = z.record(z.string().max(60), z.unknown());
export const connectionShape = z
  .object({
    id: idOut,
    code: z.string(),
    name: z.string(),
    provisioner: z.string(),
    /** Without the secret fields. */
    configuration,
    archived: z.boolean(),
    services: z.int(),
    version: z.int(),
  })
  .meta({ id: 'ProvisioningConnection' });
export type Connection = z.output<typeof connectionShape>;
export const connectionList = z.object({ items: z.array(connectionShape) });
export const connectionParams = z.object({ connection: id('connection') });
export const connectionBody = z.object({
  code: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  name: line(100),
  provisioner: z.string().max(40),
  configuration,
});
export const connectionPatch = z
  .object({
    name: line(100),
    /** Whole, save that a secret field left out stays as it is. */
    configuration,
    archived: z.boolean(),
  })
  .partial();
export const planList = z.object({
  /** Null when this vendor has no list of plans. */
  items: z
    .array(z.object({ id: z.string(), name: z.string(), description: z.string(), free: z.boolean() }))
    .nullable(),
});

export const taskTaken = problem('task_taken', 409, 'A colleague is working on this.');
export const codeTaken = problem('code_taken', 409, 'Another connection has this code.');
export const unknownProvisioner = problem('unknown_provisioner', 422, 'There is no such kind of connection.');
