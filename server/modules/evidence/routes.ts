import type { Ctx } from '../../kernel/context.ts';
import { fileKey } from '../../kernel/files.ts';
import type { Download } from '../../kernel/http/route.ts';
import { route, staff } from '../../kernel/http/route.ts';
import { nothing } from '../../kernel/http/shapes.ts';
import { changedMeanwhile } from '../../kernel/values/errors.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { cannotAnswer, gatewaySilent } from '../payments/index.ts';
import { changePack, collectPack } from './commands/prepare-pack.ts';
import { submitPack } from './commands/submit-pack.ts';
import * as contract from './contract.ts';
import * as may from './permissions.ts';
import { archivePack, findPack, printPack } from './print-pack.ts';
import { showPack } from './queries/show-pack.ts';

const base = '/api/console/disputes/:dispute/evidence';
const door = staff(may.workEvidence);
const params = contract.disputeParams;

export const routes = [
  route({
    method: 'GET',
    path: base,
    summary: 'What is prepared to be said to the bank about a disputed payment.',
    door,
    params,
    output: contract.packShape,
    act: (ctx, input) => readPack(ctx, input.params.dispute),
  }),
  route({
    method: 'POST',
    path: `${base}/collect`,
    summary: 'Read from the records all that concerns a disputed payment.',
    door,
    params,
    output: contract.packShape,
    problems: [contract.packFrozen],
    act: async (ctx, input, { session }) => {
      const { dispute } = input.params;
      const { id: by, locale: language } = session.person;
      await ctx.transact((tx) => collectPack(tx, { dispute, by, language }));
      return readPack(ctx, dispute);
    },
  }),
  route({
    method: 'PUT',
    path: base,
    summary: 'Choose what is told to the bank, and write the statement.',
    door,
    ifMatch: true,
    params,
    body: contract.packBody,
    output: contract.packShape,
    problems: [contract.packFrozen, changedMeanwhile],
    act: async (ctx, input, { version }) => {
      await ctx.transact((tx) =>
        changePack(tx, { dispute: input.params.dispute, version, body: input.body }),
      );
      return readPack(ctx, input.params.dispute);
    },
  }),
  route({
    method: 'GET',
    path: `${base}/document`,
    summary: 'The evidence as a PDF: as it would be sent, or as it was.',
    door,
    limit: { per: 'person', points: 60, seconds: 60 },
    params,
    output: nothing,
    download: (ctx, input) => download(ctx, input.params.dispute, 'document'),
  }),
  route({
    method: 'GET',
    path: `${base}/archive`,
    summary: 'The evidence with its papers and an index as a ZIP.',
    door,
    limit: { per: 'person', points: 20, seconds: 60 },
    params,
    output: nothing,
    download: (ctx, input) => download(ctx, input.params.dispute, 'archive'),
  }),
  route({
    method: 'POST',
    path: `${base}/submit`,
    summary: 'Freeze the evidence and send it to the bank.',
    door,
    proof: 'recent',
    params,
    output: contract.packShape,
    problems: [contract.packFrozen, contract.statementMissing, cannotAnswer, gatewaySilent, changedMeanwhile],
    act: async (ctx, input, { session }) => {
      await submitPack(ctx, { dispute: input.params.dispute, by: session.person.id });
      return readPack(ctx, input.params.dispute);
    },
  }),
];

function readPack(ctx: Ctx, dispute: Id<'dispute'>) {
  return ctx.read((db) => showPack(db, ctx, dispute));
}

async function download(ctx: Ctx, dispute: Id<'dispute'>, which: 'document' | 'archive'): Promise<Download> {
  const pack = await ctx.read((db) => findPack(db, dispute));
  const how =
    which === 'document'
      ? { name: 'evidence.pdf', type: 'application/pdf', file: pack.documentId }
      : { name: 'evidence.zip', type: 'application/zip', file: pack.archiveId };
  const { file, ...named } = how;
  if (file !== null)
    return { ...named, body: await ctx.ports.files.get(fileKey(pack.organization, 'evidence', file)) };
  const document = await printPack(ctx, pack);
  return { ...named, body: which === 'document' ? document : await archivePack(ctx, pack, document) };
}
