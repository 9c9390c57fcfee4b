export { deliverMessage } from './deliver.ts';
export { countUnread } from './queries.ts';
