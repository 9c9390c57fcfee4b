/** Query parameters of the API that make a view; `null` says that it must not be there. */
export const views = {
  waiting: { sort: 'waiting', status: null, assignee: null, snoozed: null, mentioned: null },
  due: { sort: 'due', status: null, assignee: null, snoozed: null, mentioned: null },
  mine: { sort: null, status: 'active', assignee: 'me', snoozed: null, mentioned: null },
  mentioned: { sort: null, status: 'active', assignee: null, snoozed: null, mentioned: 'me' },
  unassigned: { sort: null, status: 'active', assignee: 'none', snoozed: null, mentioned: null },
  active: { sort: null, status: 'active', assignee: null, snoozed: null, mentioned: null },
  waiting_customer: {
    sort: null,
    status: 'waiting_customer',
    assignee: null,
    snoozed: null,
    mentioned: null,
  },
  snoozed: { sort: null, status: null, assignee: null, snoozed: 'only', mentioned: null },
  settled: { sort: null, status: 'settled', assignee: null, snoozed: null, mentioned: null },
  all: { sort: null, status: null, assignee: null, snoozed: null, mentioned: null },
} as const;
export type View = keyof typeof views;

/** The query parameters that make a view. */
export const viewNames = ['sort', 'status', 'assignee', 'snoozed', 'mentioned'] as const;
/** What narrows a view further. */
export const filterNames = [
  'drafts',
  'queue',
  'priority',
  'tag',
  'organization',
  'tier',
  'service',
  'invoice',
  'q',
] as const;

type Get = (name: string) => string | null;

/** The view that an address shows. Somebody's tickets are “all open” with a filter on that person. */
export function viewOf(get: Get): View {
  const [sort, status, assignee] = [get('sort'), get('status'), get('assignee')];
  if (get('snoozed') === 'only') return 'snoozed';
  if (get('mentioned') === 'me') return 'mentioned';
  if (sort === 'waiting' || sort === 'due') return sort;
  const own = assignee === 'me' || assignee === 'none';
  const found = (Object.keys(views) as View[]).find(
    (view) =>
      views[view].snoozed === null &&
      views[view].mentioned === null &&
      views[view].sort === sort &&
      views[view].status === status &&
      (views[view].assignee === assignee || (views[view].assignee === null && !own)),
  );
  return found ?? 'all';
}
