import { moduleText } from '../../../kernel/i18n/module-text.ts';
import type { Text } from './uploads-en.ts';

/** Words about files while they are attached and looked at. */
export const useUploadText = moduleText<Text>('support/uploads');
