import type { DeskLimits } from '../../../../server/modules/deskacts/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useText } from '../text/index.ts';
import { LimitLines } from './limit-lines.tsx';
import type { Draft, Role } from './limit-lines.tsx';

const url = '/api/console/settings/deskacts.limits';
type Line = DeskLimits['credit'][number];
/** Who gives credit anyway has no limit of the desk. */
const limited = ['support', 'operations'] as const satisfies readonly Role[];

/** How much credit somebody of each role may give in a day. */
export function Page() {
  const { limits: words } = useText();
  const { save } = useKernelText();
  const { value, version } = useData<{ value: DeskLimits; version: number }>(url);
  const form = useForm<{ lines: readonly Draft[] }, unknown>({
    initial: {
      lines: value.credit.map(({ role, currency, perDay }, key) => ({
        key,
        role,
        currency,
        perDay: { amount: perDay, currency },
      })),
    },
    check: ({ lines }) => ({
      ...(lines.some(({ perDay }) => !perDay || perDay.amount < 1) && { lines: words.missing }),
      ...(new Set(lines.map(({ role, currency }) => `${role} ${currency}`)).size < lines.length && {
        lines: words.twice,
      }),
    }),
    send: ({ lines }) => {
      const credit = lines.map(({ role, currency, perDay }): Line => ({
        role,
        currency: currency as Line['currency'],
        perDay: perDay?.amount ?? 0,
      }));
      return api.put(url, { value: { credit } }, version);
    },
    refresh: [url],
    done: () => toast({ words: words.saved }),
  });
  const { lines } = form.values;
  /** An error stands with the role whose line it is about. */
  const errorOf = (role: Role) => {
    const own = lines.filter((line) => line.role === role);
    const twice = new Set(own.map(({ currency }) => currency)).size < own.length;
    const wrong = twice || own.some(({ perDay }) => !perDay || perDay.amount < 1);
    return wrong ? form.errors.lines : undefined;
  };
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={words.title}
        lead={words.lead}
        crumbs={[{ label: words.tickets, to: consolePaths.tickets() }]}
      />
      <Card>
        <Form form={form} label={words.title}>
          {limited.map((role) => (
            <LimitLines
              key={role}
              role={role}
              lines={lines}
              error={errorOf(role)}
              onChange={(changed) => form.set({ lines: changed })}
            />
          ))}
          <p className="text-13 text-muted">{words.unlimited}</p>
          <FormActs>
            <Button type="submit" busy={form.busy}>
              {save}
            </Button>
          </FormActs>
        </Form>
      </Card>
    </div>
  );
}
