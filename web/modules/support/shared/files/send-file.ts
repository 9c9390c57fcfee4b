import type { Upload } from '../../../../../server/modules/support/contract.ts';
import { ApiProblem, type ProblemBody } from '../../../../kernel/api/problem.ts';
import { withQuery } from '../../../../kernel/pages/match.ts';

/**
 * Sends the bytes of a file to an `…/uploads` address. `fetch` cannot tell how much has left, so this is the older way.
 * `onShare` gets 0 … 1. Throws `ApiProblem`; the reason of the signal when it was canceled.
 */
export function sendFile(
  url: string,
  file: File,
  { onShare, signal }: { onShare: (share: number) => void; signal: AbortSignal },
): Promise<Upload> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', withQuery(url, { name: file.name }));
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('accept', 'application/json');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0);
    request.onload = () => {
      if (request.status === 201) return resolve(request.response as Upload);
      const body = request.response as Partial<ProblemBody> | null;
      reject(new ApiProblem({ code: 'unexpected', ...body, status: request.status }));
    };
    request.onerror = () => reject(new ApiProblem({ status: 0, code: 'offline' }));
    request.onabort = () => reject(signal.reason as Error);
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}
