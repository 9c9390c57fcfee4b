import { api } from '../../../kernel/api/client.ts';
import { problemWords } from '../../../kernel/api/problem-words.ts';
import { toProblem } from '../../../kernel/api/problem.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useCanOpen } from '../../../kernel/pages/can-open.ts';
import type { Command } from '../../../kernel/palette/commands.ts';
import { refresh } from '../../../kernel/query/client.ts';
import { toast } from '../../../kernel/toast.ts';
import { useText } from '../text/index.ts';

const duty = '/api/console/duty';

/** Being here or away, and the team, for the palette. */
export function useCommands(): Command[] {
  const { commands: words, duty: said } = useText();
  const canOpen = useCanOpen();
  const team = consolePaths.ticketTeam();
  if (!canOpen(team)) return [];
  const say = (away: boolean) => async () => {
    try {
      await api.put(duty, { away, until: null });
      await refresh(duty, '/api/console/support-team');
      toast({ words: away ? said.saidAway : said.saidHere });
    } catch (error) {
      toast({ words: problemWords(toProblem(error)), tone: 'danger' });
    }
  };
  return [
    {
      id: 'assignment-here',
      label: words.here,
      words: words.words,
      icon: 'play',
      run: () => void say(false)(),
    },
    {
      id: 'assignment-away',
      label: words.away,
      words: words.words,
      icon: 'pause',
      run: () => void say(true)(),
    },
    { id: 'assignment-team', label: words.team, words: words.teamWords, icon: 'people', to: team },
  ];
}
