export { addFollower } from './commands/follow.ts';
export { addNote } from './commands/add-note.ts';
export { attachToFirst } from './commands/attach-later.ts';
export { changeAsItIs } from './commands/change-ticket.ts';
export { noteDeskAct } from './commands/desk/note-act.ts';
export { giveTickets, moveTickets } from './commands/move-tickets.ts';
export { openTicket } from './commands/open-ticket.ts';
export { receiveUpload } from './commands/receive-upload.ts';
export { nameCopied, replyAsCopied } from './commands/reply-as-copied.ts';
export type { Copied } from './commands/reply-as-copied.ts';
export { replyAsGuest } from './commands/reply-as-guest.ts';
export { replyAsStaff } from './commands/reply-as-staff.ts';
export { replyByMail } from './commands/reply-by-mail.ts';
export {
  messagePage,
  newerMessage,
  notAssignable,
  queueName,
  tag,
  ticketState,
  unknownLink,
} from './contract.ts';
export { ticketForStaff } from './messages.ts';
export { unknownCalendar } from './sla-contract.ts';
export type { TicketPatch } from './contract.ts';
export { isPicture } from './domain/file-types.ts';
export { isSettled, kinds, priorities, ticketStates } from './domain/ticket-states.ts';
export type { Priority, TicketState } from './domain/ticket-states.ts';
export * from './events.ts';
export { readAllTickets, readTickets, useTickets, viewTickets, workTickets } from './permissions.ts';
export { goals } from './domain/sla/clock.ts';
export { findFollowers } from './queries/followers.ts';
export { findAdministrators, findAgent, findSupportTeam, listAgents } from './queries/agents.ts';
export { readConversation } from './queries/conversation.ts';
export { findMailedFiles } from './queries/mailed-files.ts';
export { readWorkload, supportSummary } from './queries/summary.ts';
export { seeingOf, seesAll, visible } from './seeing.ts';
export type { Seeing } from './seeing.ts';
export { tellFollowers } from './tell.ts';
export { statusNames, ticketRules } from './settings.ts';
