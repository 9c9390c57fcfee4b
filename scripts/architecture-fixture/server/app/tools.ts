// breaks: runs-without-dev-tools
import { expect } from 'vitest';

export const tools = expect;
