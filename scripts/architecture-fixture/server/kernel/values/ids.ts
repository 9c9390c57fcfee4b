// breaks: values-are-pure
import { randomUUID } from 'node:crypto';

export const ids = randomUUID;
