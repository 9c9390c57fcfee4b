import type { TicketForm, TicketItem } from '../../../../../server/modules/support/contract.ts';

export const statuses = [
  'new',
  'open',
  'waiting_customer',
  'waiting_third_party',
  'on_hold',
  'resolved',
  'closed',
  'merged',
  'spam',
] as const satisfies readonly TicketItem['status'][];
export const priorities = ['emergency', 'high', 'normal', 'low'] as const;

/** A setting as it is stored. */
export interface Kept<Value> {
  value: Value;
  version: number;
}
export interface Times {
  reopenDays: number;
  closeDays: number;
  answerMinutes: TicketForm['answerMinutes'];
}
export interface Copies {
  perTicket: number;
  perDay: number;
}
export type Matrix = TicketForm['matrix'];
export type Names = TicketForm['statusNames'];

export const settingUrl = (name: string) => `/api/console/settings/support.${name}`;

/** What the queue and its pages know of the settings. */
export const refreshed = ['/api/console/settings', '/api/console/tickets'];
