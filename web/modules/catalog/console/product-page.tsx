import { type ReactNode, Suspense, lazy, useState } from 'react';
import type {
  CatalogOption,
  CatalogPlan,
  CatalogProduct,
  CatalogTree,
} from '../../../../server/modules/catalog/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Checkbox } from '../../../ui/choices.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { useTermWords } from '../../services/shared/term-words.ts';
import { useText } from '../text/index.ts';
import { ArchiveMenu } from './archive-menu.tsx';
import { ChangesCard } from './changes-card.tsx';
import { PausesCard } from './pauses-card.tsx';
import { OptionDialog } from './option-dialog.tsx';
import { PlanDialog } from './plan-dialog.tsx';
import { ProductFields, bodyOf, isJsonObject, valuesOf } from './product-form.tsx';
import { StockCard } from './stock-card.tsx';
import { usePriceLine } from './use-price-line.ts';

const base = '/api/console/catalog';
type Opened = { plan: CatalogPlan | null } | { option: CatalogOption | null } | { prices: CatalogPlan };

const PriceHistory = lazy(async () => ({
  default: (await import('../../pricing/console/price-history.tsx')).PriceHistory,
}));

export function Page({ productId }: { productId: string }) {
  const { product: words, tree: treeWords, kinds } = useText();
  const product = useData<CatalogProduct>(`${base}/products/${productId}`, 'catalog.');
  const tree = useData<CatalogTree>(base, 'catalog.');
  const format = useFormat();
  const priceLine = usePriceLine();
  const terms = useTermWords();
  const mayChange = useCan('catalog.change');
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = () => setOpened(null);
  const name = format.words(product.name);
  return (
    <>
      <PageHeader
        title={name}
        crumbs={[{ label: treeWords.title, to: consolePaths.catalog() }]}
        state={
          product.archivedAt ? (
            <StatusChip tone="neutral" icon="box">
              {treeWords.archived}
            </StatusChip>
          ) : (
            <StatusChip
              tone={product.visible ? 'good' : 'attention'}
              icon={product.visible ? 'eye' : 'eyeOff'}
            >
              {product.visible ? treeWords.visible : treeWords.hidden}
            </StatusChip>
          )
        }
        aside={
          mayChange && (
            <ArchiveMenu
              url={`${base}/products/${product.id}`}
              name={name}
              version={product.version}
              archivedAt={product.archivedAt}
            />
          )
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-4">
          <Card
            title={words.plans}
            aside={
              mayChange && <AddButton onClick={() => setOpened({ plan: null })}>{words.addPlan}</AddButton>
            }
            flush
          >
            <Rows
              empty={words.noPlans}
              rows={product.plans.map((plan) => ({
                ...plan,
                detail: [priceLine(plan.prices), ...terms.brief(plan)].join(' · '),
                url: `${base}/plans/${plan.id}`,
                edit: () => setOpened({ plan }),
                prices: () => setOpened({ prices: plan }),
              }))}
            />
          </Card>
          <Card
            title={words.options}
            aside={
              mayChange && (
                <AddButton onClick={() => setOpened({ option: null })}>{words.addOption}</AddButton>
              )
            }
            flush
          >
            <Rows
              empty={words.noOptions}
              rows={product.options.map((option) => ({
                ...option,
                detail: [
                  kinds[option.kind],
                  ...(option.kind === 'select'
                    ? [format.list(option.choices.map((choice) => format.words(choice.name)))]
                    : option.kind === 'text'
                      ? []
                      : [priceLine(option.choices[0]?.prices ?? [])]),
                ].join(' · '),
                url: `${base}/options/${option.id}`,
                edit: () => setOpened({ option }),
              }))}
            />
          </Card>
          {mayChange && <Details key={product.version} product={product} groups={tree.groups} />}
        </div>
        <div className="flex flex-col gap-4">
          <StockCard product={product} mayChange={mayChange} />
          {mayChange && <ChangesCard key={product.version} product={product} />}
          {mayChange && <PausesCard key={`pauses ${product.version}`} product={product} />}
          <OfferedAddons product={product} addons={tree.addons} mayChange={mayChange} />
        </div>
      </div>
      {opened && 'prices' in opened && (
        <Suspense>
          <PriceHistory plan={opened.prices} productId={product.id} onClose={close} />
        </Suspense>
      )}
      {opened && 'plan' in opened && <PlanDialog product={product} plan={opened.plan} onClose={close} />}
      {opened && 'option' in opened && (
        <OptionDialog product={product} option={opened.option} onClose={close} />
      )}
    </>
  );
}

function AddButton({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <Button weight="quiet" icon="plus" onClick={onClick}>
      {children}
    </Button>
  );
}

interface Row {
  id: string;
  name: { id: string; en: string };
  detail: string;
  url: string;
  version: number;
  archivedAt: string | null;
  edit: () => void;
  prices?: () => void;
}

function Rows({ rows, empty }: { rows: readonly Row[]; empty: string }) {
  const { tree: words } = useText();
  const format = useFormat();
  const mayChange = useCan('catalog.change');
  if (rows.length === 0) return <p className="px-4 pb-4 text-body text-muted sm:px-5">{empty}</p>;
  return (
    <ul className="divide-y divide-line text-body">
      {rows.map((row) => (
        <li key={row.id} className="flex items-center justify-between gap-3 px-4 py-2 sm:px-5">
          <div className="min-w-0">
            <p className="flex flex-wrap items-center gap-2 font-medium">
              {format.words(row.name)}
              {row.archivedAt && (
                <StatusChip tone="neutral" icon="box">
                  {words.archived}
                </StatusChip>
              )}
            </p>
            <p className="text-13 text-muted">{row.detail}</p>
          </div>
          {mayChange && (
            <ArchiveMenu {...row} name={format.words(row.name)} onEdit={row.edit} onPrices={row.prices} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Details({ product, groups }: { product: CatalogProduct; groups: CatalogTree['groups'] }) {
  const { product: words, fields } = useText();
  const format = useFormat();
  const form = useForm({
    initial: valuesOf(product),
    check: ({ configuration }) => (isJsonObject(configuration) ? {} : { configuration: fields.badJson }),
    send: (values) =>
      api.patch<CatalogProduct>(`${base}/products/${product.id}`, bodyOf(values), product.version),
    refresh: [base],
    done: ({ name }) => toast({ words: words.saved(format.words(name)) }),
  });
  return (
    <Card title={words.details}>
      <Form form={form}>
        <ProductFields form={form} groups={groups} />
        <FormActs>
          <Button type="submit" busy={form.busy}>
            {words.save}
          </Button>
        </FormActs>
      </Form>
    </Card>
  );
}

function OfferedAddons({
  product,
  addons,
  mayChange,
}: {
  product: CatalogProduct;
  addons: CatalogTree['addons'];
  mayChange: boolean;
}) {
  const { product: words } = useText();
  const format = useFormat();
  const priceLine = usePriceLine();
  const save = useAct(
    (body: { addons: string[] }) => api.patch(`${base}/products/${product.id}`, body, product.version),
    { refresh: [base], done: () => toast({ words: words.saved(format.words(product.name)) }) },
  );
  const offered = addons.filter((addon) => addon.archivedAt === null);
  return (
    <Card title={words.addons}>
      {offered.length === 0 && <p className="text-body text-muted">{words.noAddons}</p>}
      {offered.map((addon) => (
        <Checkbox
          key={addon.id}
          name={addon.code}
          label={format.words(addon.name)}
          hint={priceLine(addon.prices)}
          disabled={!mayChange || save.busy}
          value={product.addons.includes(addon.id)}
          onValue={(on) =>
            void save.run({
              addons: on ? [...product.addons, addon.id] : product.addons.filter((id) => id !== addon.id),
            })
          }
        />
      ))}
    </Card>
  );
}
