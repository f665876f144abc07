import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '#app/api';
import { useSentence } from '../../../app/language.ts';
import { useWide } from '../../../shared/use-wide.ts';
import type { Draft, RoleKind } from './columns.ts';
import { ReadAs, readCell } from './read-as.tsx';
import { RoleFields } from './role-fields.tsx';

const MOST_COLUMNS = 40;
const SAMPLES = 3;

type Props = {
  file: ImportPreview;
  /** what the mapping makes of these rows; null while it is not complete */
  reading: ImportPreview | null;
  draft: Draft;
  onChange: (draft: Draft) => void;
};

/** The first rows as they stand in the file; over each column what it is read as, beside each row what comes of it. */
export function Grid({ file, reading, draft, onChange }: Props) {
  const { t } = useTranslation();
  const wide = useWide();
  const columns = shownColumns(file.columns, draft);
  const hidden = file.columns.length - columns.length;
  return (
    <>
      {!wide && <ColumnList file={file} draft={draft} columns={columns} onChange={onChange} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard */}
      <section className="obs-grid" aria-label={t('import.obs.rowsOfFile')} tabIndex={0}>
        <table>
          <caption className="unseen">{t('import.obs.rowsOfFile')}</caption>
          <thead>
            <tr>
              <th scope="col" className="obs-row">
                {t('import.obs.row')}
              </th>
              <th scope="col" className="obs-read">
                {t('import.obs.readAs')}
              </th>
              {columns.map(({ name }) => (
                <th scope="col" key={name} className={kindOf(draft, name) === 'none' ? 'out' : undefined}>
                  <span className="obs-name">{name}</span>
                  {wide && <RoleFields draft={draft} column={name} onChange={onChange} />}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {file.rows.map((row, i) => (
              <Row key={rowNo(file, reading, i)} {...{ file, reading, draft, row, columns }} index={i} />
            ))}
          </tbody>
        </table>
      </section>
      {hidden > 0 && <p className="quiet obs-note">{t('import.obs.hiddenColumns', { count: hidden })}</p>}
    </>
  );
}

type Column = { name: string; at: number };

/** On a narrow page: the columns one below the other, those that are left out folded away. */
function ColumnList({ file, draft, columns, onChange }: Omit<Props, 'reading'> & { columns: Column[] }) {
  const { t } = useTranslation();
  const item = ({ name, at }: Column) => (
    <li key={name}>
      <strong>{name}</strong>
      <span className="quiet obs-samples">
        {file.rows
          .slice(0, SAMPLES)
          .map((row) => row[at] || '␣')
          .join(' · ')}
      </span>
      <RoleFields draft={draft} column={name} onChange={onChange} />
    </li>
  );
  const out = columns.filter(({ name }) => kindOf(draft, name) === 'none');
  const used = columns.filter((column) => !out.includes(column));
  return (
    <>
      <ul className="obs-columns" aria-label={t('import.obs.columns')}>
        {used.map(item)}
      </ul>
      {out.length > 0 && (
        <details className="obs-others" open={used.length === 0}>
          <summary>{t('import.obs.others', { count: out.length })}</summary>
          <ul className="obs-columns">{out.map(item)}</ul>
        </details>
      )}
    </>
  );
}

function Row(props: Omit<Props, 'onChange'> & { row: string[]; index: number; columns: Column[] }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { file, reading, draft, row, index } = props;
  const read = reading?.understood?.[index];
  const missing = t('import.obs.noValue');
  return (
    <tr className={read && read.errors.length > 0 ? 'wrong' : read?.left ? 'left' : undefined}>
      <th scope="row" className="obs-row">
        {rowNo(file, reading, index)}
      </th>
      <td className="obs-read">
        <ReadAs read={read} stations={file.stations} sentence={sentence} layout={draft.layout} />
      </td>
      {props.columns.map(({ name, at }) => {
        const kind = kindOf(draft, name);
        const value = read && readCell(draft, name, kind, read, row, file.columns);
        const raw = row[at] ?? '';
        const shown = becomes(raw, value, missing);
        return (
          <td key={name} className={kind === 'none' ? 'out' : undefined}>
            {raw}
            {shown !== null && <span className="obs-becomes">→ {shown}</span>}
          </td>
        );
      })}
    </tr>
  );
}

/** What is worth saying beside a cell: another number than the one that stands there, or that its text is none. */
function becomes(raw: string, value: number | null | undefined, missing: string): string | null {
  if (value === undefined || raw === '') return null;
  if (value === null) return missing;
  return Number(raw) === value ? null : String(value);
}

const kindOf = (draft: Draft, column: string): RoleKind => draft.roles[column]?.kind ?? 'none';
const rowNo = (file: ImportPreview, reading: ImportPreview | null, index: number): number =>
  reading?.understood?.[index]?.row ?? file.firstRow + index;

/** All columns of a usual table; of a very wide one those that are read first. */
function shownColumns(names: readonly string[], draft: Draft): Column[] {
  const all = names.map((name, at) => ({ name, at }));
  if (all.length <= MOST_COLUMNS) return all;
  const used = all.filter(({ name }) => kindOf(draft, name) !== 'none').slice(0, MOST_COLUMNS);
  const others = all.filter(({ name }) => kindOf(draft, name) === 'none').slice(0, MOST_COLUMNS - used.length);
  return [...used, ...others].sort((a, b) => a.at - b.at);
}
