import { plural } from '../../../kernel/i18n/plural.ts';
import { facts } from './facts-en.ts';

export const text = {
  facts,
  areas: {
    label: 'Area',
    billing: 'Invoices',
    payments: 'Payments',
    orders: 'Orders',
    services: 'Services',
    provisioning: 'Set-up',
    support: 'Support',
    organizations: 'Organizations',
    identity: 'People',
    catalog: 'Catalog',
    notifications: 'Messages',
    kernel: 'System',
  },
  from: 'From',
  to: 'Up to',
  system: 'The portal',
  visitor: 'A visitor',
  team: 'Our team',
  audit: {
    ofClient: 'What happened',
    seeAll: 'All of it',
    title: 'Audit log',
    lead: 'Everything that happened, in the order it happened. Nothing here can be changed or removed.',
    what: 'What',
    who: 'By',
    where: 'Client',
    when: 'When',
    details: 'Details',
    subject: 'About',
    position: 'Position',
    onlyActor: (name: string) => `Only ${name}`,
    onlyClient: (name: string) => `Only ${name}`,
    chosenPerson: 'one person',
    chosenClient: 'one client',
    narrowTo: (name: string) => `Show only ${name}`,
    dropFilter: 'Show all',
    empty: 'Nothing has happened yet',
    emptyHint: 'Every change in the portal leaves a line here.',
    chain: 'Seal',
    chainLead:
      'Every line is sealed together with all before it. Write down the position and seal from time to time: as long as they can be found again, nothing was altered.',
    sealed: (position: string) => `${position} lines sealed`,
    waiting: (count: number) =>
      count === 0 ? 'None waiting' : plural(count, '1 waiting', `${count} waiting`),
    head: 'Seal of the last line',
  },
  activity: {
    title: 'Activity',
    lead: 'What happened in your organization, and who did it.',
    empty: 'Nothing has happened yet',
    emptyHint: 'Orders, invoices, payments and changes by your team will stand here.',
  },
};

export type Text = typeof text;
