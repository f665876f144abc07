import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '#app/api';
import type { Sentence } from '../../../app/language.ts';
import type { Draft, RoleKind } from './columns.ts';

export type ReadRow = NonNullable<ImportPreview['understood']>[number];

/** What comes of a row: its station and hour in Beijing time, or why it is refused. */
export function ReadAs(props: {
  read: ReadRow | undefined;
  stations: ImportPreview['stations'];
  sentence: (sentence: Sentence) => string;
  layout: Draft['layout'];
}) {
  const { t } = useTranslation();
  const { read, stations, sentence } = props;
  if (!read) return <span className="quiet">—</span>;
  if (read.left) return <span className="quiet">{t('import.obs.leftOut')}</span>;
  const [first] = read.errors;
  if (first && Object.keys(read.values).length === 0) return <span className="obs-wrong">{sentence(first)}</span>;
  const name = stations.find((s) => s.code === read.station)?.name;
  const hour = read.hour?.slice(0, 16).replace('T', ' ');
  return (
    <>
      {name && <span>{sentence(name)} </span>}
      <span className="obs-hour">{hour}</span>
      {first && <span className="obs-wrong"> {sentence(first)}</span>}
    </>
  );
}

/** What a cell became, in the unit that is kept: undefined where it is no value, null where it is none. */
export function readCell(
  draft: Draft,
  column: string,
  kind: RoleKind,
  read: ReadRow,
  row: readonly string[],
  columns: readonly string[],
): number | null | undefined {
  const role = draft.roles[column];
  if (role?.kind === 'channel') return read.values[role.pollutant];
  if (kind === 'across') return read.values[draft.stations[column] ?? column];
  if (kind !== 'value') return undefined;
  const item = columns.findIndex((name) => draft.roles[name]?.kind === 'item');
  const channel = draft.items.find((one) => one.column === row[item]);
  return channel && read.values[channel.pollutant];
}
