import { Problem } from '../../kernel/values/errors.ts';
import { ssoFailed } from './contract.ts';
import type { Failure } from './domain/failures.ts';

export const failed = (why: Failure) => new Problem(ssoFailed, { facts: { why } });
