import type { Sentence } from '#platform/refusal';
import type { Store } from '#platform/store';
import { textOf } from '../read/cells.ts';
import type { ImportSource } from '../read/source.ts';
import { columnNames, firstRows, isBlank, noHeader, openTable } from '../read/table.ts';
import type { ImportMapping, ImportPreview } from '../wire.ts';
import { type StationDevice, stationDevices } from './devices.ts';
import { FaultList } from './faults.ts';
import { guessMapping, headerRowOf } from './guess.ts';
import { beijingHour, stationFinder } from './import.ts';
import { inTransaction } from './land.ts';
import { rowReader } from './row-reader.ts';
import { ValueReader } from './values.ts';

const SHOWN_ROWS = 20;
/** enough to see every item of a long table and an hour 24 */
const READ_ROWS = 400;

/**
 * The first rows of a file, with a guess of the mapping or, where one is given, with what it makes of these rows.
 * @throws Refusal import_file_unreadable, import_mapping_incomplete, document_empty, document_too_large
 */
export async function previewFile(
  store: Pick<Store, 'pool'>,
  source: ImportSource,
  fileId: string,
  given?: ImportMapping,
): Promise<ImportPreview> {
  const table = await openTable(source);
  const read = await firstRows(table.rows(given?.sheet), READ_ROWS);
  const headerRow = given?.headerRow ?? (given ? read.find((row) => !isBlank(row))?.row : headerRowOf(read));
  const header = read.find((row) => row.row === headerRow);
  if (!header) throw noHeader(source.name);
  const columns = columnNames(header);
  const body = read.filter((row) => row.row > header.row && !isBlank(row));
  const preview = {
    fileId,
    fileName: source.name,
    sheets: table.sheets,
    columns,
    rows: body.slice(0, SHOWN_ROWS).map((row) => columns.map((_, i) => textOf(row.cells[i]))),
    rowCount: read.length < READ_ROWS ? body.length : null,
  };
  if (!given) {
    const { mapping, warnings } = guessMapping(columns, body);
    if (table.sheets[0]) mapping.sheet = table.sheets[0];
    return { ...preview, mapping: { ...mapping, headerRow: header.row }, warnings };
  }
  const reader = rowReader(given, columns);
  const pollutants = reader.channels.map((c) => c.pollutant);
  const devices = await inTransaction(store.pool, async (client) => ({
    result: await stationDevices(client, [...new Set(pollutants)]),
    keep: false,
  }));
  const find = stationFinder(devices, given);
  const understood = body.slice(0, SHOWN_ROWS).map((line) => {
    const faults = new FaultList();
    const values = new ValueReader(reader, find, faults);
    const row = given.layout === 'wide' ? values.packet(line) : values.single(line);
    return {
      row: line.row,
      station: find(reader.stationOf(line.cells))?.station ?? null,
      hour: row ? beijingHour((row[1] as Date).getTime()) : null,
      values: row ? valuesOf(row, given.layout, devices) : {},
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
  return { ...preview, mapping: given, warnings, understood };
}

function valuesOf(row: readonly unknown[], layout: ImportMapping['layout'], devices: readonly StationDevice[]) {
  const device = devices.find((d) => d.id === row[0])!;
  if (layout === 'long') return { [device.channels[(row[2] as number) - 1]!]: row[3] as number | null };
  const values = row[2] as (number | null)[];
  return Object.fromEntries(device.places.map((place) => [device.channels[place]!, values[place] ?? null]));
}
