import { z } from 'zod';
import type { Http } from '#platform/http';
import type { DeviceDeps } from '../deps.ts';
import { addFactor, createModel, editModel } from './acts.ts';
import { type KnownModel, listModels, noSuchModel } from './read.ts';
import { type ModelView, modelChanged, modelFields, modelList, modelView, newFactor, newModel } from './wire.ts';

const tags = ['devices'];
const params = z.object({ id: z.string().max(64) });

export function modelRoutes(http: Http, deps: DeviceDeps): void {
  const { db } = deps;
  const one = async (id: string): Promise<ModelView> => {
    const model = (await listModels(db)).find((m) => m.id === id);
    if (!model) throw noSuchModel(id);
    return shape(model);
  };

  http.get('/api/device-models', {
    config: { may: 'devices.read' },
    schema: { summary: 'Models of devices: what they send, in which units', tags, response: { 200: modelList } },
    handler: async () => ({ models: (await listModels(db)).map(shape) }),
  });

  http.post('/api/device-models', {
    config: { may: 'devices.edit' },
    schema: { summary: 'A new model', tags, body: newModel, response: { 201: modelView } },
    handler: async (request, reply) => {
      await createModel(deps, request.actor, request.body);
      return reply.code(201).send(await one(request.body.id));
    },
  });

  http.patch('/api/device-models/:id', {
    config: { may: 'devices.edit' },
    schema: {
      summary: 'Changes a model; channels of its devices follow where no person has mapped them',
      tags,
      params,
      body: modelFields.partial(),
      response: { 200: modelChanged },
    },
    handler: async ({ actor, params: { id }, body }) => {
      const devices = await editModel(deps, actor, id, body);
      return { model: await one(id), devices };
    },
  });

  http.post('/api/device-models/:id/factors', {
    config: { may: 'devices.edit' },
    schema: {
      summary: 'Says what a factor of a model is, for all of its devices',
      tags,
      params,
      body: newFactor,
      response: { 200: modelChanged },
    },
    handler: async ({ actor, params: { id }, body }) => {
      const devices = await addFactor(deps, actor, id, body);
      return { model: await one(id), devices };
    },
  });
}

const shape = ({ updatedAt, ...model }: KnownModel): ModelView => ({ ...model, updatedAt: updatedAt.toISOString() });
