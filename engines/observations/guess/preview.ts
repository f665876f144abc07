import type { Sentence } from '#platform/refusal';
import type { ImportSource } from '#platform/sheets';
import { columnNames, firstRows, isBlank, noHeader, openTable, type TableRow, textOf } from '#platform/sheets';
import type { Store } from '#platform/store';
import { isPollutant } from '#standards/pollutants';
import { type StationDevice, stationDevices } from '../import/devices.ts';
import { FaultList } from '../import/faults.ts';
import { beijingHour } from '../import/import.ts';
import { inTransaction } from '../import/land.ts';
import { rowReader } from '../import/row-reader.ts';
import { stationFinder } from '../import/station-finder.ts';
import { type Single, ValueReader } from '../import/values.ts';
import type { ImportMapping, ImportPreview } from '../wire.ts';
import { guessMapping, headerRowOf } from './guess.ts';

const SHOWN_ROWS = 20;
/** enough to see every item of a long table and an hour 24 */
const READ_ROWS = 400;
const MOST_NAMES = 100;

/** What of a mapping decides how a file is cut into columns: another sheet or header row makes another guess. */
export type Where = Pick<Partial<ImportMapping>, 'sheet' | 'headerRow'>;

/**
 * The first rows of a file, with a guess of the mapping or, where one is given, with what it makes of these rows.
 * @throws Refusal import_file_unreadable, import_mapping_incomplete, document_empty, document_too_large
 */
export async function previewFile(
  store: Pick<Store, 'pool'>,
  source: ImportSource,
  fileId: string,
  given?: ImportMapping,
  where: Where = given ?? {},
): Promise<ImportPreview> {
  const table = await openTable(source);
  const read = await firstRows(table.rows(where.sheet), READ_ROWS);
  const headerRow = where.headerRow ?? (given ? read.find((row) => !isBlank(row))?.row : headerRowOf(read));
  const header = read.find((row) => row.row === headerRow);
  if (!header) throw noHeader(source.name);
  const columns = columnNames(header);
  const body = read.filter((row) => row.row > header.row && !isBlank(row));
  const devices = await devicesOf(store, given);
  const guess = given ? { mapping: given, warnings: [] } : guessMapping(columns, body, devices);
  const { mapping } = guess;
  const preview = {
    fileId,
    fileName: source.name,
    bytes: source.bytes,
    kind: table.kind,
    sheets: table.sheets,
    columns,
    headerRow: header.row,
    firstRow: body[0]?.row ?? header.row + 1,
    rows: body.slice(0, SHOWN_ROWS).map((row) => columns.map((_, i) => textOf(row.cells[i]))),
    rowCount: read.length < READ_ROWS ? body.length : null,
    stations: devices.map((d) => ({ code: d.station, name: { zh: d.names[1]!, en: d.names[2]! } })),
    stationNames: stationNames(mapping, columns, body, devices),
    itemNames: mapping.item ? namesIn(mapping.item.column, columns, body) : [],
  };
  if (!given) {
    const sheet = where.sheet ?? table.sheets[0];
    return {
      ...preview,
      mapping: { ...mapping, ...(sheet ? { sheet } : {}), headerRow: header.row },
      warnings: guess.warnings,
    };
  }
  return { ...preview, mapping: given, ...understand(given, columns, body.slice(0, SHOWN_ROWS), devices) };
}

const devicesOf = (store: Pick<Store, 'pool'>, given?: ImportMapping): Promise<StationDevice[]> =>
  inTransaction(store.pool, async (client) => {
    const pollutants = (given?.channels ?? []).map((c) => c.pollutant).filter(isPollutant);
    return { result: await stationDevices(client, pollutants), keep: false };
  });

const namesIn = (column: string, columns: readonly string[], body: readonly TableRow[]): string[] => {
  const at = columns.indexOf(column);
  if (at < 0) return [];
  return [...new Set(body.map((row) => textOf(row.cells[at])))].filter((name) => name !== '').slice(0, MOST_NAMES);
};

function stationNames(
  mapping: Partial<ImportMapping>,
  columns: readonly string[],
  body: readonly TableRow[],
  devices: readonly StationDevice[],
): ImportPreview['stationNames'] {
  const { station } = mapping;
  if (!station || 'code' in station) return [];
  const names = 'column' in station ? namesIn(station.column, columns, body) : station.columns;
  return names.map((name) => {
    const wanted = mapping.stations?.[name] ?? name;
    return { name, code: devices.find((d) => d.names.includes(wanted))?.station ?? null };
  });
}

/** What a mapping makes of some rows, as the import would. */
function understand(
  mapping: ImportMapping,
  columns: readonly string[],
  rows: readonly TableRow[],
  devices: readonly StationDevice[],
): { warnings: Sentence[]; understood: NonNullable<ImportPreview['understood']> } {
  const reader = rowReader(mapping, columns);
  const find = stationFinder(devices, mapping);
  const understood = rows.map((line) => {
    const faults = new FaultList();
    const values = new ValueReader(reader, find, faults);
    const read = readLine(values, mapping.layout, line, devices);
    const hour = reader.hourOf(line.cells);
    return {
      row: line.row,
      station: mapping.layout === 'across' ? null : (find(reader.stationOf(line.cells))?.station ?? null),
      hour: typeof hour === 'number' ? beijingHour(hour) : null,
      values: read,
      left: values.tally.ignored > 0,
      errors: faults.kept.map((e) => e.message),
    };
  });
  const doubtful = understood.filter((row) => row.errors.length > 0).length;
  const warnings: Sentence[] = doubtful
    ? [
        {
          zh: `前${understood.length}行中有${doubtful}行有问题，请查看。`,
          en: `${doubtful} of the first ${understood.length} rows have problems: look at them.`,
        },
      ]
    : [];
  return { warnings, understood };
}

/** By quantity; in a table with stations across, by station. */
function readLine(
  values: ValueReader,
  layout: ImportMapping['layout'],
  line: TableRow,
  devices: readonly StationDevice[],
): Record<string, number | null> {
  const deviceOf = (id: unknown) => devices.find((d) => d.id === id)!;
  if (layout === 'across')
    return Object.fromEntries(values.across(line).map((row) => [deviceOf(row[0]).station, row[3]]));
  if (layout === 'long') {
    const row: Single | null = values.single(line);
    return row ? { [deviceOf(row[0]).channels[row[2] - 1]!]: row[3] } : {};
  }
  const row = values.packet(line);
  if (!row) return {};
  const device = deviceOf(row[0]);
  const packet = row[2] as (number | null)[];
  return Object.fromEntries(device.places.map((place) => [device.channels[place]!, packet[place] ?? null]));
}
