import { moduleText } from '../../../kernel/i18n/module-text.ts';
import type { Text } from './proof-en.ts';

export const useProofText = moduleText<Text>('identity/proof');
