// breaks: only-app-takes-adapters
import { pigeon } from '../../adapters/mail/pigeon.ts';

export const payments = pigeon;
