export { deliverMessages } from './deliver.ts';
export { countUnread } from './queries.ts';
