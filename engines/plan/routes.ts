import { z } from 'zod';
import type { Clock } from '#platform/clock';
import type { Http } from '#platform/http';
import type { Db } from '#platform/store';
import { planDraftRoutes } from './draft/routes.ts';
import { paperRoutes } from './paper/index.ts';
import { changesOfPlan } from './version/changes.ts';
import { adoptedPlan, planSummaries } from './version/read.ts';
import { adoptedPlanBody, planChanges, planSummary } from './wire.ts';

export type PlanDeps = { db: Db; districtCode: string; clock: Clock };

const year = z.coerce.number().int().min(2000).max(2100);
const versionNo = z.coerce.number().int().min(1).max(10_000);

/** Plans and their versions, drafts and their review, changes, paper. */
export function planRoutes(http: Http, deps: PlanDeps): void {
  const { db, districtCode } = deps;
  planDraftRoutes(http, deps);
  paperRoutes(http, deps);

  http.get('/api/plans', {
    config: { may: 'plan.read' },
    schema: {
      summary: 'Adopted plans, newest year first, with their versions',
      tags: ['plan'],
      response: { 200: z.object({ plans: z.array(planSummary) }) },
    },
    handler: async () => ({ plans: await planSummaries(db, districtCode) }),
  });

  for (const url of ['/api/plans/:year/versions', '/api/plans/:year/versions/:no'] as const)
    http.get(url, {
      config: { may: 'plan.read' },
      schema: {
        summary: 'The table of a plan as adopted; the latest version where no number is given',
        tags: ['plan'],
        params: z.object({ year, no: versionNo.optional() }),
        response: { 200: adoptedPlanBody },
      },
      handler: async (request) => adoptedPlan(db, districtCode, request.params.year, request.params.no),
    });

  http.get('/api/plans/:year/changes', {
    config: { may: 'plan.read' },
    schema: {
      summary: 'What changed between two versions of a plan, or against the year before',
      tags: ['plan'],
      params: z.object({ year }),
      querystring: z.object({
        from: versionNo.optional(),
        to: versionNo.optional(),
        against: z.enum(['last-year', 'version']).optional(),
      }),
      response: { 200: planChanges },
    },
    handler: async (request) => changesOfPlan(db, districtCode, request.params.year, request.query),
  });
}
