import type { PriceCampaign } from '../../../../server/modules/pricing/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { locale } from '../../../kernel/i18n/locale.ts';
import { Card } from '../../../ui/card.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { useText } from '../text/index.ts';

/** What was decided about a campaign. */
export function CampaignFacts({ campaign }: { campaign: PriceCampaign }) {
  const words = useText();
  const { page, form } = words;
  const format = useFormat();
  const language = locale.use();
  const { selection, effectiveOn, noticeDays, optOut, keepUntil, approvedBy, createdBy, texts } = campaign;
  const { plans, cycle, currency, countries, soldBefore } = selection;
  return (
    <Card title={page.about}>
      <DefinitionList
        facts={[
          { term: page.rule, value: useRule(campaign) },
          { term: page.plans, value: format.list(plans.map((plan) => format.words(plan.names))) },
          cycle && { term: form.cycle, value: words.cycles[cycle] },
          currency !== null && { term: form.currency, value: currency },
          countries.length > 0 && {
            term: form.country,
            value: format.list(
              countries.map((code) => new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code),
            ),
          },
          soldBefore !== null && { term: form.soldBefore, value: format.date(soldBefore) },
          { term: words.from, value: format.date(effectiveOn) },
          { term: page.notice, value: page.days(noticeDays) },
          { term: form.optOut, value: form.optOuts[optOut].label },
          keepUntil !== null && { term: page.keepUntil, value: format.date(keepUntil) },
          createdBy !== null && { term: words.by, value: createdBy },
          approvedBy !== null && { term: page.approvedBy, value: approvedBy },
        ]}
      />
      <p className="mt-4 text-13 text-muted">{page.opens}</p>
      <blockquote className="mt-1 text-body whitespace-pre-line">{texts[language]}</blockquote>
    </Card>
  );
}

function useRule({ rule, selection }: PriceCampaign): string {
  const { page } = useText();
  const format = useFormat();
  if (rule.kind === 'version') return page.version;
  const currency = selection.currency ?? 'IDR';
  const to = format.money({ amount: rule.rounding.to, currency });
  if (rule.kind === 'amount') return page.amount(format.money({ amount: rule.amount, currency }), to);
  const percent = `${rule.hundredths > 0 ? '+' : ''}${format.number(rule.hundredths / 100)}%`.replace(
    '-',
    '−',
  );
  return page.percent(percent, to);
}
