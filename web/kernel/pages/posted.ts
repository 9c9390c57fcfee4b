import { useQueryClient } from '@tanstack/react-query';
import type { ProblemBody } from '../api/problem.ts';
import type { Path } from '../paths.ts';
import { keyOf } from '../query/client.ts';

/** What a form without script sent, and what the API answered to the server. */
export interface Posted<Asked, Answer = unknown> {
  asked: Asked;
  answer: Answer | null;
  problem: ProblemBody | null;
  /** Which of the page's acts it was, where there are several. */
  did?: string;
}

/** That of this page, when it is the answer to such a form. `path` is where the form was sent. */
export const usePosted = <Asked, Answer = unknown>(path: Path): Posted<Asked, Answer> | undefined =>
  useQueryClient().getQueryData(keyOf(path));
