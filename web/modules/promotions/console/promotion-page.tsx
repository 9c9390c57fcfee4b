import { useState } from 'react';
import type { PromotionShape, RedemptionItem } from '../../../../server/modules/promotions/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { toast } from '../../../kernel/toast.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { MoneyText } from '../../../ui/money.tsx';
import { MoreMenu } from '../../../ui/more-menu.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useText } from '../text/index.ts';
import { PromotionState } from './promotion-state.tsx';
import { Redemptions } from './redemptions.tsx';
import { useTerms } from './use-terms.ts';

export function Page({ promotionId }: { promotionId: string }) {
  const words = useText();
  const text = useKernelText();
  const format = useFormat();
  const terms = useTerms();
  const url = `/api/console/promotions/${promotionId}`;
  const promotion = useData<PromotionShape>(url, { facts: 'promotions.', subject: promotionId });
  const list = useList<RedemptionItem>(`${url}/redemptions`, 'promotions.promotion-re');
  const mayManage = useCan('promotions.manage');
  const [stopping, setStopping] = useState(false);
  const stopped = promotion.state === 'stopped';
  const turn = useAct(
    (_: undefined, key) => api.post(`${url}/${stopped ? 'resume' : 'stop'}`, undefined, key),
    {
      refresh: ['/api/console/promotions'],
      done: () => {
        setStopping(false);
        toast({ words: stopped ? words.resumed : words.stopped });
      },
    },
  );
  return (
    <>
      <PageHeader
        title={format.words(promotion.name)}
        state={<PromotionState state={promotion.state} />}
        lead={terms.codes(promotion)}
        crumbs={[{ label: words.title, to: consolePaths.promotions() }]}
        act={
          mayManage && (
            <LinkButton wide icon="edit" to={consolePaths.editPromotion(promotionId)}>
              {words.edit}
            </LinkButton>
          )
        }
        aside={
          mayManage && (
            <MoreMenu
              label={text.moreActions}
              groups={[
                promotion.trigger === 'code'
                  ? [{ label: words.codes, icon: 'key', to: consolePaths.promotionCodes(promotionId) }]
                  : [],
                [
                  stopped
                    ? { label: words.resume, icon: 'check', run: () => void turn.run(undefined) }
                    : { label: words.stop, icon: 'close', run: () => setStopping(true) },
                ],
              ]}
            />
          )
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Redemptions list={list} />
        <div className="flex flex-col gap-4">
          <Terms promotion={promotion} />
          {promotion.revenue.length > 0 && (
            <Card title={words.revenue}>
              <dl className="flex flex-col gap-3 text-body">
                {promotion.revenue.map(({ orders, discount, paid }) => (
                  <div key={paid.currency}>
                    <dt className="text-muted">{words.revenueOf(orders)}</dt>
                    <dd>
                      <MoneyText value={paid} /> {words.paid}
                    </dd>
                    <dd className="text-muted">
                      <MoneyText value={discount} /> {words.taken}
                    </dd>
                  </div>
                ))}
              </dl>
            </Card>
          )}
        </div>
      </div>
      <ConfirmDialog
        open={stopping}
        onClose={() => setStopping(false)}
        title={words.stopTitle}
        effect={words.stopEffect}
        verb={words.stop}
        busy={turn.busy}
        onConfirm={() => void turn.run(undefined)}
      />
    </>
  );
}

function Terms({ promotion }: { promotion: PromotionShape }) {
  const words = useText();
  const format = useFormat();
  const terms = useTerms();
  const { minimums, most, mostEach, periods, products, plans } = promotion;
  const limit = (count: number | null) => (count === null ? words.noLimit : format.number(count));
  const goods = [...products, ...plans].map(({ name }) => format.words(name));
  return (
    <Card title={words.terms}>
      <DefinitionList
        facts={[
          { term: words.takesOff, value: terms.off(promotion) },
          { term: words.covers, value: words.coversSetup[promotion.coversSetup ? 'yes' : 'no'] },
          { term: words.periods, value: periods === null ? words.forever : words.periodsOf(periods) },
          { term: words.days, value: terms.when(promotion) },
          { term: words.meant, value: goods.length > 0 ? goods.join(', ') : words.everything },
          promotion.cycles.length > 0 && {
            term: words.cyclesTerm,
            value: promotion.cycles.map((cycle) => words.cycles[cycle]).join(', '),
          },
          { term: words.whoever, value: promotion.newClients ? words.newOnly : words.anybody },
          Object.keys(minimums).length > 0 && { term: words.minimum, value: terms.sums(minimums).join(', ') },
          { term: words.limit, value: most === null ? words.noLimit : terms.used(promotion) },
          { term: words.limitEach, value: limit(mostEach) },
          { term: words.stacking, value: words.stackings[promotion.stacking] },
        ]}
      />
    </Card>
  );
}
