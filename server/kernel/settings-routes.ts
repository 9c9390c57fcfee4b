import { z } from 'zod';
import { permission } from './auth/roles.ts';
import { brand, brandShape } from './brand.ts';
import { anyone, route, staff } from './http/route.ts';
import { readSetting, writeSetting } from './settings.ts';
import { Problem, changedMeanwhile, invalidInput, notFound } from './values/errors.ts';

export const readSettings = permission('kernel.settings.read', { staff: 'all' });
export const manageSettings = permission('kernel.settings.manage', { staff: ['administrator'] });

const settingShape = z
  .object({ key: z.string(), value: z.unknown(), version: z.int() })
  .meta({ id: 'Setting' });
const keyParams = z.object({ key: z.string().max(100) });

export const settingsRoutes = [
  route({
    method: 'GET',
    path: '/api/brand',
    summary: 'How the business looks and speaks.',
    door: anyone('every page wears the brand, also before signing in'),
    output: brandShape,
    read: async (db) => (await readSetting(db, brand)).value,
  }),
  route({
    method: 'GET',
    path: '/api/console/settings',
    summary: 'All settings of the business with their values.',
    door: staff(readSettings),
    output: z.object({ items: z.array(settingShape) }),
    act: (ctx) =>
      ctx.read(async (db) => {
        const items = [];
        for (const setting of ctx.product.settings)
          items.push({ key: setting.key, ...(await readSetting(db, setting)) });
        return { items };
      }),
  }),
  route({
    method: 'GET',
    path: '/api/console/settings/:key',
    summary: 'One setting.',
    door: staff(readSettings),
    params: keyParams,
    output: settingShape,
    act: (ctx, { params: { key } }) =>
      ctx.read(async (db) => {
        const setting = ctx.product.settings.find((one) => one.key === key);
        if (!setting) throw new Problem(notFound);
        return { key, ...(await readSetting(db, setting)) };
      }),
  }),
  route({
    method: 'PUT',
    path: '/api/console/settings/:key',
    summary: 'Set one setting as a whole.',
    door: staff(manageSettings),
    ifMatch: true,
    params: keyParams,
    body: z.object({ value: z.unknown() }),
    output: settingShape,
    act: (ctx, { params: { key }, body }, { version }) =>
      ctx.transact(async (tx) => {
        const setting = ctx.product.settings.find((one) => one.key === key);
        if (!setting) throw new Problem(notFound);
        const parsed = setting.schema.safeParse(body.value);
        if (!parsed.success) {
          const fields = parsed.error.issues.map(({ path, code, message }) => ({
            path: ['value', ...path].join('.'),
            code,
            message,
          }));
          throw new Problem(invalidInput, { fields });
        }
        if (!(await writeSetting(tx, setting, parsed.data, version))) throw new Problem(changedMeanwhile);
        return { key, ...(await readSetting(tx.db, setting)) };
      }),
  }),
];
