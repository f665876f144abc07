import type { FieldRow } from '#protocols/fields';
import { noxReading, positionOf } from '#protocols/gb-17691';
import type { BlockRow } from '#protocols/vehicle-link';
import type { RowSink } from '../intake/row-sink.ts';
import { positionFlag } from './doubts.table.ts';
import { MOST_PARTS } from './families.table.ts';

type Values = Readonly<Record<string, unknown>>;
type Put = (values: Values, sink: RowSink, prefix: string) => void;

/** Rules that judge a reading which the decoder leaves as it is. */
const READINGS: Readonly<Record<string, (value: number) => number | null>> = {
  noxUpstreamPpm: noxReading,
  noxDownstreamPpm: noxReading,
  noxPpm: noxReading,
};
/** Texts, certificates and what a whole number of 24 bits cannot hold say nothing that a channel keeps. */
const EXACT_BYTES = 2;

/**
 * What a field brings: numbers, codes and small words of bits one channel each, named by block and field with the table's
 * unit; of a series its number, least and greatest; of a list each part by its place. Null: nothing.
 */
function putOf(row: FieldRow): Put | null {
  const { name } = row;
  if (row.personal) return null;
  switch (row.kind) {
    case 'number':
    case 'code': {
      const unit = row.kind === 'number' ? row.unit : '';
      const judge = READINGS[name];
      return (values, sink, prefix) => {
        const value = values[name];
        if (value === 'abnormal') sink.put(prefix + name, 'value', null, 'I', unit);
        else {
          const read = typeof value === 'number' && judge ? judge(value) : (value as number | null);
          sink.put(prefix + name, 'value', read, read === null ? 'N' : 'V', unit);
        }
      };
    }
    case 'count':
    case 'flags':
      if (row.bytes > EXACT_BYTES) return null;
      return (values, sink, prefix) => sink.put(prefix + name, 'value', values[name] as number, 'V', '');
    case 'series':
      return (values, sink, prefix) => {
        const series = values[name];
        if (!Array.isArray(series)) return;
        sink.put(`${prefix}${name}Count`, 'value', series.length, 'V', '');
        const numbers = series.filter((one): one is number => typeof one === 'number');
        if (row.of.kind !== 'number' || numbers.length === 0) return;
        sink.put(prefix + name, 'min', Math.min(...numbers), 'V', row.of.unit);
        sink.put(prefix + name, 'max', Math.max(...numbers), 'V', row.of.unit);
      };
    case 'list': {
      const puts = putsOf(row.of);
      return (values, sink, prefix) => {
        const list = values[name];
        if (!Array.isArray(list)) return;
        for (const [at, part] of list.slice(0, MOST_PARTS).entries())
          for (const put of puts) put(part as Values, sink, `${prefix}${name}.${at + 1}.`);
      };
    }
    default:
      return null;
  }
}

const STATUS = 'positionStatus';
const PLACE: readonly string[] = [STATUS, 'longitudeDegrees', 'latitudeDegrees'];

/** Where the vehicle is, judged against its status; the same two channels in every protocol. */
const place: Put = (values, sink) => {
  const { longitudeDegrees, latitudeDegrees, doubts } = positionOf(values as Parameters<typeof positionOf>[0]);
  const flag = positionFlag(doubts);
  sink.put('lon', 'value', longitudeDegrees, longitudeDegrees === null && flag === 'V' ? 'N' : flag, '°');
  sink.put('lat', 'value', latitudeDegrees, latitudeDegrees === null && flag === 'V' ? 'N' : flag, '°');
};

function putsOf(rows: readonly FieldRow[]): Put[] {
  const puts = rows.filter(({ name }) => !PLACE.includes(name)).flatMap((row) => putOf(row) ?? []);
  return rows.some(({ name }) => name === STATUS) ? [...puts, place] : puts;
}

/** For each block of a protocol what puts its values into a packet. */
export function quantitiesOf(
  blocks: readonly BlockRow[],
): ReadonlyMap<string, (values: Values, sink: RowSink) => void> {
  return new Map(
    blocks.flatMap(({ name, rows }) => {
      if (!rows) return [];
      const puts = putsOf(rows);
      const prefix = `${name}.`;
      return [
        [
          name,
          (values: Values, sink: RowSink) => {
            for (const put of puts) put(values, sink, prefix);
          },
        ] as const,
      ];
    }),
  );
}
