import { z } from 'zod';
import { provenance } from '#engines/evaluation';
import { sentence } from '#platform/http';
import { PARTS } from '../verbs/rows.ts';

const scopeOf = z.object({ kind: z.string(), code: z.string(), name: sentence });

/** a figure as it stands on a day, with what it is made of */
export const standing = z.object({
  value: z.string().nullable(),
  lastYear: z.string().nullable(),
  /** of a share: how many of how many */
  done: z.number().nullable(),
  due: z.number().nullable(),
  evidence: z.number(),
  excluded: z.number(),
  edition: z.string(),
  provenance: z.array(provenance),
  computedAt: z.string(),
});

/** GET /api/indicators/:id?scope&year&asOf */
export const indicatorDetail = z.object({
  id: z.string(),
  title: sentence,
  unit: z.string(),
  shownUnit: sentence,
  /** by an officer in the browser, not by a chapter */
  declared: z.boolean(),
  better: z.enum(['lower', 'higher']),
  method: sentence,
  counts: sentence,
  /** what it reads, by name where it is a ledger or a kind of inspection */
  sources: z.array(z.object({ id: z.string(), title: sentence.nullable(), href: z.string().nullable() })),
  /** what is left out, by name */
  exclusions: z.array(z.object({ id: z.string(), title: sentence })),
  /** which rows can be listed: of, base, missing, rest, excluded; none where the evidence has a page of its own */
  parts: z.array(z.enum(PARTS)),
  evidenceHref: z.string().nullable(),
  scopes: z.array(z.string()),
  scope: scopeOf,
  year: z.number(),
  years: z.array(z.number()),
  asOf: z.string(),
  standing: standing.nullable(),
  points: z.array(z.object({ date: z.string(), value: z.string().nullable(), lastYear: z.string().nullable() })),
  /** every street and unit that has the figure */
  places: z.array(scopeOf.extend({ standing })),
  serves: z.array(z.object({ year: z.number(), measureId: z.string() })),
  /** other figures that count some of the same rows in the year */
  shared: z.array(
    z.object({
      id: z.string(),
      title: sentence,
      rows: z.number(),
      serves: z.array(z.object({ year: z.number(), measureId: z.string() })),
    }),
  ),
});

/** GET /api/indicators/:id/evidence?scope&until&part&after */
export const evidencePage = z.object({
  rows: z.array(
    z.object({
      source: z.string(),
      id: z.number(),
      name: z.string(),
      href: z.string(),
      day: z.string(),
      amount: z.string().nullable(),
      street: sentence.nullable(),
      unit: sentence.nullable(),
      /** why it is left out */
      reason: sentence.nullable(),
      simulated: z.boolean(),
    }),
  ),
  next: z.string().nullable(),
});

export type IndicatorDetail = z.infer<typeof indicatorDetail>;
export type EvidencePage = z.infer<typeof evidencePage>;
export type Standing = z.infer<typeof standing>;
