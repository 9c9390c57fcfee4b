import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, it, vi } from 'vitest';
import { fetchAgain } from './fetch-again.ts';

it.each([{ known: false }, { known: true }])(
  'what is on its way when news comes is asked for anew ($known before)',
  async ({ known }) => {
    const client = new QueryClient();
    const queryKey = ['who'];
    if (known) client.setQueryData(queryKey, 'nobody yet');
    const answers: ((value: string) => void)[] = [];
    const queryFn = () => new Promise<string>((answer) => answers.push(answer));
    const stop = new QueryObserver(client, { queryKey, queryFn }).subscribe(() => undefined);
    expect(answers).toHaveLength(1);

    const again = fetchAgain(client, () => true);
    answers[0]!('nobody');
    await vi.waitFor(() => expect(answers).toHaveLength(2));
    answers[1]!('somebody');
    await again;
    expect(client.getQueryData(queryKey)).toBe('somebody');
    stop();
  },
);
