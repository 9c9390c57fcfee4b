import type { StaffRefund } from '../../../../server/modules/payments/refund-contract.ts';
import { ApiProblem, type ProblemBody } from '../../../kernel/api/problem.ts';
import { withQuery } from '../../../kernel/pages/match.ts';

/** Sends the bytes of a proof. Throws `ApiProblem`. */
export async function sendProof(url: string, file: File): Promise<StaffRefund> {
  const answer = await fetch(withQuery(url, { name: file.name }), {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', accept: 'application/json' },
    body: file,
  }).catch(() => {
    throw new ApiProblem({ status: 0, code: 'offline' });
  });
  const body = (await answer.json().catch(() => null)) as Partial<ProblemBody> | null;
  if (!answer.ok) throw new ApiProblem({ code: 'unexpected', ...body, status: answer.status });
  return body as unknown as StaffRefund;
}
