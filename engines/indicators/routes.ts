import { z } from 'zod';
import { type LampMark, planDocx, planXlsx } from '#engines/plan';
import { isCalendarDate } from '#platform/clock';
import { contentDisposition } from '#platform/files';
import type { Http } from '#platform/http';
import { bindRoutes } from './bind/routes.ts';
import { servedMeasures } from './bind/serves.ts';
import type { DeclareDeps } from './declared/acts.ts';
import { declareRoutes } from './declared/routes.ts';
import { freshen } from './declared/store.ts';
import { measureDetailOf } from './detail.ts';
import { LAMP_PRINT } from './judge/lamps.table.ts';
import { livingTableOf, type TableDeps } from './living-table.ts';
import type { SourceNames } from './one/detail.ts';
import { placeNames } from './one/places.ts';
import { oneIndicatorRoutes } from './one/routes.ts';
import { valuesAsOf } from './store.ts';
import { targetRoutes } from './targets/routes.ts';
import { indicatorSummary, type Lamp, livingTable, type MeasureRow, measureDetail } from './wire.ts';

const year = z.coerce.number().int().min(2000).max(2100);
const looked = z.object({
  asOf: z.string().refine(isCalendarDate, 'a date like 2021-10-31').optional(),
  version: z.coerce.number().int().min(1).max(10_000).optional(),
  /** street:110102007 or unit:…: the figures of a place, where an indicator has them */
  scope: z.string().max(80).optional(),
});
const tags = ['plan'];
const PAPERS = {
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: planXlsx<MeasureRow> },
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: planDocx<MeasureRow>,
  },
} as const;

/** The living table, one measure, the list of indicators, and the table on paper with its lamps. */
export function indicatorRoutes(
  http: Http,
  deps: TableDeps & { sourceNames: SourceNames; rebind: () => Promise<unknown> } & Pick<DeclareDeps, 'sources'>,
): void {
  oneIndicatorRoutes(http, deps);
  targetRoutes(http, deps);
  bindRoutes(http, deps);
  declareRoutes(http, deps);
  const scopeOf = async (asked: string | undefined) =>
    asked ? (await placeNames(deps.db, deps.districtCode)).scope(asked) : undefined;

  http.get('/api/plans/:year/table', {
    config: { may: 'plan.read' },
    schema: {
      summary: 'The plan alive, as of a day',
      tags,
      params: z.object({ year }),
      querystring: looked,
      response: { 200: livingTable },
    },
    handler: async ({ params, query }) =>
      livingTableOf(deps, {
        year: params.year,
        versionNo: query.version,
        asOf: query.asOf,
        scope: await scopeOf(query.scope),
      }),
  });

  http.get('/api/plans/:year/measures/:id', {
    config: { may: 'plan.read' },
    schema: {
      summary: 'One measure: wording, duties, indicators with their course, versions',
      tags,
      params: z.object({ year, id: z.string().max(20) }),
      querystring: looked,
      response: { 200: measureDetail },
    },
    handler: async ({ params, query }) =>
      measureDetailOf(deps, {
        ...params,
        versionNo: query.version,
        asOf: query.asOf,
        scope: await scopeOf(query.scope),
      }),
  });

  http.get('/api/indicators', {
    config: { may: 'indicators.read' },
    schema: {
      summary: 'Indicators, how they are computed, where the district stands, which measures they serve',
      tags: ['indicators'],
      querystring: z.object({ asOf: looked.shape.asOf }),
      response: { 200: z.object({ indicators: z.array(indicatorSummary) }) },
    },
    handler: async ({ query }) => {
      await freshen(deps.db, deps.registry);
      const asOf = query.asOf ?? deps.clock.today();
      const scope = { kind: 'district' as const, code: deps.districtCode };
      const ids = deps.registry.all.map(({ id }) => id);
      const [serves, values] = await Promise.all([
        servedMeasures(deps.db, deps.districtCode),
        valuesAsOf(deps.db, ids, scope, Number(asOf.slice(0, 4)), asOf),
      ]);
      return {
        indicators: deps.registry.all.map(({ id, title, unit, spokenUnit, better, method, sources }) => ({
          id,
          title,
          unit,
          better,
          method,
          sources: [...sources],
          shownUnit: { zh: unit, en: spokenUnit.en },
          value: values.get(id)?.value ?? null,
          lastYear: values.get(id)?.last_year ?? null,
          evidence: values.get(id)?.evidence ?? 0,
          serves: serves.get(id) ?? [],
        })),
      };
    },
  });

  for (const ending of ['xlsx', 'docx'] as const)
    http.get(`/api/plans/:year/table.${ending}`, {
      config: { may: 'plan.read' },
      schema: {
        summary: `The living table in the official columns with its lamps (.${ending})`,
        tags,
        params: z.object({ year }),
        querystring: looked,
        response: {
          200: {
            description: 'the file',
            content: {
              [PAPERS[ending].type]: { schema: z.custom<Uint8Array>().meta({ type: 'string', format: 'binary' }) },
            },
          },
        },
      },
      handler: async ({ params, query }, reply) => {
        const table = await livingTableOf(deps, { year: params.year, versionNo: query.version, asOf: query.asOf });
        const lamp = (measure: MeasureRow): LampMark => LAMP_PRINT[measure.lamp as Lamp];
        const bytes = await PAPERS[ending].write(table, { lamp, subtitle: `截至${table.asOf}` });
        return reply
          .type(PAPERS[ending].type)
          .header('content-disposition', contentDisposition(`${table.title}（截至${table.asOf}）.${ending}`))
          .send(Buffer.from(bytes));
      },
    });
}
