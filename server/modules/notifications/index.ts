export { forgetWords } from './commands/forget-words.ts';
export { deliverMessages } from './deliver.ts';
export { isProofOf, readReplyAddress } from './domain/reply-address.ts';
export { readReplyKey } from './replies.ts';
export { replySetting } from './settings.ts';
export { findThreads, noteBounce, noteReceived, ownMailId } from './threads.ts';
export { countUnread, findArrived, givesMailBack } from './queries.ts';
