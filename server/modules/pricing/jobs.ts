import { followNotice, followNotices } from './commands/follow-notice.ts';
import { sendNotices } from './commands/send-notices.ts';
import { takeBackMoves } from './commands/withdraw-campaign.ts';

export const jobs = [sendNotices, followNotice, takeBackMoves];
export const sweeps = [followNotices];
