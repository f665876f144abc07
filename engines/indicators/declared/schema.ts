import { z } from 'zod';

const spoken = z.strictObject({ zh: z.string().trim().min(1).max(400), en: z.string().trim().min(1).max(400) });
const columnId = z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/, 'a name in camel case');
const sourceId = z.string().min(1).max(80);

const condition = z
  .array(
    z.strictObject({
      column: columnId,
      is: z.enum(['empty', 'given', 'equal', 'not_equal', 'less', 'more', 'before', 'after', 'one_of']),
      than: z.union([z.string().max(200), z.number(), z.boolean(), z.strictObject({ column: columnId })]).optional(),
      of: z.array(z.string().max(200)).max(100).optional(),
    }),
  )
  .max(10);

const source = z.union([
  z.strictObject({ ledger: sourceId }),
  z.strictObject({ ledgers: z.array(sourceId).min(1).max(10) }),
  z.strictObject({ inspections: z.array(sourceId).min(1).max(10) }),
]);

const tally = z.strictObject({
  of: source,
  on: columnId,
  over: z.enum(['year', 'stock', 'latest']),
  sameYear: columnId.optional(),
  until: z.union([columnId, z.array(columnId).min(1).max(4)]).optional(),
  untilYearEnd: z.boolean().optional(),
  where: condition.optional(),
  backed: z
    .array(
      z.strictObject({
        by: columnId,
        ledger: sourceId,
        on: columnId,
        from: columnId,
        until: z.array(columnId).max(4).optional(),
        alike: z
          .array(z.strictObject({ column: columnId, as: columnId }))
          .max(4)
          .optional(),
        where: condition.optional(),
      }),
    )
    .max(4)
    .optional(),
  exclude: z
    .array(z.strictObject({ id: columnId, title: spoken, when: condition.min(1) }))
    .max(10)
    .optional(),
  amount: columnId.optional(),
  distinct: columnId.optional(),
});

const how = z.union([
  z.strictObject({ verb: z.enum(['count', 'sum', 'mean', 'most', 'least']), of: tally }),
  z.strictObject({ verb: z.literal('share'), of: tally, in: tally }),
  z.strictObject({ verb: z.literal('coverage'), of: tally, by: columnId, in: tally }),
  z.strictObject({ verb: z.literal('balance'), of: tally, less: tally }),
  z.strictObject({ verb: z.literal('change'), of: tally }),
  z.strictObject({ verb: z.literal('monthlyShare'), of: tally, in: tally, by: columnId.optional() }),
]);

/** An indicator's declaration as it is written in the browser or stands in the database. */
export const declaredIndicator = z.strictObject({
  id: z.string().regex(/^[a-z]+\.[a-z0-9]+(-[a-z0-9]+)*$/, 'a chapter and a name, like local.green-walls'),
  title: spoken,
  unit: z.string().trim().min(1).max(20),
  spokenUnit: spoken,
  better: z.enum(['lower', 'higher']),
  decimals: z.int().min(0).max(4),
  scopes: z
    .array(z.enum(['district', 'street', 'unit']))
    .min(1)
    .max(3),
  method: spoken,
  words: z.array(z.string().trim().min(2).max(40)).max(20),
  counts: spoken,
  how,
});
export type DeclaredIndicator = z.infer<typeof declaredIndicator>;

/** GET /api/indicators/:id/declaration */
export const indicatorDeclaration = z.object({
  definition: declaredIndicator,
  changedBy: z.string(),
  changedAt: z.string(),
});
export type IndicatorDeclaration = z.infer<typeof indicatorDeclaration>;
