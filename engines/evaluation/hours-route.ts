import { z } from 'zod';
import { hourSeries } from '#engines/observations';
import { isCalendarDate } from '#platform/clock';
import type { Http } from '#platform/http';
import type { Db } from '#platform/store';
import { hourLimits } from './read/limits.ts';
import { editionFor } from './read/periods.ts';
import { provenanceOf, provenances } from './read/provenance.ts';
import { airHours } from './wire.ts';

const date = z.string().refine(isCalendarDate, 'a date like 2021-10-01');

/** Hours of one station as parallel arrays: a chart's worth of a month in one answer. */
export function hoursRoute(
  http: Http,
  {
    db,
    checkSpan,
    asOfDay,
  }: { db: Db; checkSpan: (from: string, until: string) => void; asOfDay: (asked?: string) => string },
): void {
  http.get('/api/air/hours', {
    config: { may: 'air.read' },
    schema: {
      summary: 'Hours of a station: values as measured with their flags, both dates included',
      tags: ['air'],
      querystring: z.object({ station: z.string().max(40), from: date, until: date }),
      response: { 200: airHours },
    },
    // thousands of numbers that were just read: checked by the reader's types, not once more one by one
    serializerCompiler: () => JSON.stringify,
    handler: async ({ query }) => {
      const until = asOfDay(query.until);
      checkSpan(query.from, until);
      const [series, known] = await Promise.all([hourSeries(db, query.station, query.from, until), provenances(db)]);
      return {
        station: series.station,
        from: series.from.toISOString(),
        hours: series.hours,
        units: series.units,
        values: series.values,
        flags: series.flags,
        valid: Object.fromEntries(
          Object.entries(series.values).map(([code, values]) => [
            code,
            values.reduce<number>((n, v) => (v === null ? n : n + 1), 0),
          ]),
        ),
        limits: hourLimits(editionFor(until)),
        provenance: provenanceOf(known, series.sourceIds),
      };
    },
  });
}
