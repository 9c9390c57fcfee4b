import type { UsageAlerts } from '../../../../server/modules/usage/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { toast } from '../../../kernel/toast.ts';
import { Checkbox } from '../../../ui/choices.tsx';
import { useText } from '../text/index.ts';

const offered = [50, 80, 90, 100];

/** At which percent of what is included to be told. */
export function Alerts({ url }: { url: string }) {
  const words = useText();
  const format = useFormat();
  const mayChange = useCan('services.service.change');
  const { data } = useSideData<UsageAlerts>(url, 'usage.alerts-changed');
  const save = useAct((percents: number[]) => api.put(url, { percents }), {
    refresh: [url],
    done: () => toast({ words: words.alertsSaved }),
  });
  if (!data || !mayChange) return null;
  const { percents } = data;
  return (
    <fieldset className="mt-3 border-t border-line pt-3" disabled={save.busy}>
      <legend className="float-left w-full text-body font-medium">{words.alerts}</legend>
      <div className="clear-both grid gap-x-4 sm:grid-cols-2">
        {offered.map((percent) => (
          <Checkbox
            key={percent}
            name={`percent-${percent}`}
            label={words.alert(format.percent(percent / 100))}
            value={percents.includes(percent)}
            onValue={(on) =>
              void save.run(on ? [...percents, percent] : percents.filter((one) => one !== percent))
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
