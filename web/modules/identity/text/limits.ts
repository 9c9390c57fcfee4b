import { moduleText } from '../../../kernel/i18n/module-text.ts';
import type { Limits } from './limits-en.ts';

export const useLimitsText = moduleText<Limits>('identity/limits');
