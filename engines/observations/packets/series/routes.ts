import { z } from 'zod';
import type { Http } from '#platform/http';
import type { Db } from '#platform/store';
import { LatestBoard } from './latest.ts';
import { type SeriesDeps, deviceSeries as seriesOf } from './series.ts';
import { deviceSeries, latestOfDevices, seriesQuery } from './wire.ts';

const tags = ['devices'];
const may = 'observations.read';

export function seriesRoutes(http: Http, { db, ...deps }: SeriesDeps & { db: Db }): void {
  const board = new LatestBoard(db);

  http.get('/api/devices/latest', {
    config: { may },
    schema: {
      summary: 'The newest packet of every device, with its channels, flags and source',
      tags,
      response: { 200: latestOfDevices, 304: z.null().describe('as the etag says, nothing changed') },
    },
    // one text that the database and the board have made: checked by a test, not once more at every map's refresh
    serializerCompiler: () => (text) => text ?? '',
    handler: async (request, reply) => {
      const { text, etag } = await board.read();
      void reply
        .header('etag', etag)
        .header('cache-control', 'private, no-cache')
        .type('application/json; charset=utf-8');
      if (request.headers['if-none-match'] === etag) return reply.code(304).send(null);
      return text as unknown as never;
    },
  });

  http.get('/api/devices/:id/series', {
    config: { may },
    schema: {
      summary:
        'What one device measured: packets, minutes, hours or days, a page by its key; as it is or as it was known',
      tags,
      params: z.object({ id: z.coerce.number().int().min(1).max(2_147_483_647) }),
      querystring: seriesQuery,
      response: { 200: deviceSeries },
    },
    // one text: checked by tests, not once more at every chart
    serializerCompiler: () => (text) => text ?? '',
    handler: async ({ params, query }, reply) => {
      void reply.type('application/json; charset=utf-8');
      return (await seriesOf(deps, params.id, query)) as unknown as never;
    },
  });
}
