import { route, staff } from '../../kernel/http/route.ts';
import { nothing } from '../../kernel/http/shapes.ts';
import { notAssignable } from '../support/index.ts';
import { addRota, addSwap, changeRota, removeRota, removeSwap } from './commands/save-rota.ts';
import { savedShape } from './contract.ts';
import { manageRotas, readEscalations } from './permissions.ts';
import { listRotas } from './queries/rotas.ts';
import * as contract from './rota-contract.ts';

const rotas = '/api/console/on-call-rotas';
const managing = staff(manageRotas);

export const rotaRoutes = [
  route({
    method: 'GET',
    path: rotas,
    summary: 'Who is on call now and then, by rota.',
    door: staff(readEscalations),
    output: contract.rotaList,
    act: async (ctx) => ({ items: await ctx.read((db) => listRotas(db, ctx.clock.now())) }),
  }),
  route({
    method: 'POST',
    path: rotas,
    summary: 'Make a rota: people in turns of a day or a week.',
    door: managing,
    body: contract.rotaBody,
    output: savedShape,
    status: 201,
    problems: [notAssignable],
    write: async (tx, { body }) => ({ id: await addRota(tx, body) }),
  }),
  route({
    method: 'PUT',
    path: `${rotas}/:rota`,
    summary: 'Change a rota.',
    door: managing,
    ifMatch: true,
    params: contract.rotaParams,
    body: contract.rotaBody,
    output: nothing,
    problems: [notAssignable],
    write: async (tx, { params, body }, { version }) => {
      await changeRota(tx, params.rota, version, body);
      return undefined;
    },
  }),
  route({
    method: 'DELETE',
    path: `${rotas}/:rota`,
    summary: 'Remove a rota that no level uses.',
    door: managing,
    params: contract.rotaParams,
    output: nothing,
    problems: [contract.rotaInUse],
    write: async (tx, { params }) => {
      await removeRota(tx, params.rota);
      return undefined;
    },
  }),
  route({
    method: 'POST',
    path: `${rotas}/:rota/swaps`,
    summary: 'Let somebody stand in on some days.',
    door: managing,
    params: contract.rotaParams,
    body: contract.swapBody,
    output: savedShape,
    status: 201,
    problems: [notAssignable, contract.swapOverlaps],
    write: async (tx, { params, body }) => ({ id: await addSwap(tx, params.rota, body) }),
  }),
  route({
    method: 'DELETE',
    path: `${rotas}/:rota/swaps/:swap`,
    summary: 'Take a stand-in back.',
    door: managing,
    params: contract.swapParams,
    output: nothing,
    write: async (tx, { params }) => {
      await removeSwap(tx, params.rota, params.swap);
      return undefined;
    },
  }),
];
