import { api, whenSignedOut } from '../api/client.ts';
import { problemWords } from '../api/problem-words.ts';
import { toProblem } from '../api/problem.ts';
import { paths } from '../paths.ts';
import { toast } from '../toast.ts';

/** Ends the session and loads the sign-in page afresh, so that nothing of the person stays in memory. */
export async function signOut(): Promise<void> {
  try {
    await api.delete('/api/session');
  } catch (error) {
    const problem = toProblem(error);
    if (problem.status !== 401) return toast({ words: problemWords(problem), tone: 'danger' });
  }
  // What this page still hears of that leads nowhere else.
  whenSignedOut(() => {});
  location.assign(paths.signIn());
}
