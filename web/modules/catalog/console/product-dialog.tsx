import type { CatalogProduct, CatalogTree } from '../../../../server/modules/catalog/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { goTo } from '../../../kernel/pages/link.tsx';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { useText } from '../text/index.ts';
import { ProductFields, bodyOf, isJsonObject, newProduct } from './product-form.tsx';

const base = '/api/console/catalog';

/** Adds a product and goes to its page, where plans and prices are. */
export function ProductDialog({
  group,
  groups,
  onClose,
}: {
  group: string;
  groups: CatalogTree['groups'];
  onClose: () => void;
}) {
  const { tree, product, fields: words } = useText();
  const form = useForm({
    initial: newProduct(group),
    check: ({ configuration }) => (isJsonObject(configuration) ? {} : { configuration: words.badJson }),
    send: (values, key) => api.post<CatalogProduct>(`${base}/products`, bodyOf(values), key),
    refresh: [base],
    done: ({ id }) => goTo(consolePaths.product(id)),
  });
  return (
    <Dialog open wide onClose={onClose} title={tree.addProduct}>
      <Form form={form}>
        <ProductFields form={form} groups={groups} />
        <Button type="submit" wide busy={form.busy}>
          {product.add}
        </Button>
      </Form>
    </Dialog>
  );
}
