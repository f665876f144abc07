import { Link, useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, type MouseEvent, memo, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LivingTable } from '#app/api';
import { MeasureText } from '../measure/measure-text.tsx';
import { Duties } from './duties.tsx';
import { type TableLine, tableLines } from './rows.ts';
import { Status } from './status.tsx';
import './table.css';
import './print.css';

type Props = {
  table: LivingTable;
  chapters: LivingTable['chapters'];
  words: readonly string[];
  /** what the address of a measure keeps: version, asOf */
  keep: { version?: string; asOf?: string };
  onUnit: (unit: string) => void;
};

/** The plan in the official six columns, with the state of each measure beside it. Arrow keys walk, Enter opens. */
export function PlanTable({ table, chapters, words, keep, onUnit }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const lines = useMemo(() => tableLines(chapters), [chapters]);
  const body = useRef<HTMLTableElement>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const first = lines.find((l) => l.kind === 'measure')?.key ?? null;
  const reachable = lines.some((l) => l.key === current) ? current : first;
  const open = (id: string) =>
    navigate({ to: '/plan/$year/measures/$id', params: { year: String(table.year), id }, search: keep });

  const walk = (event: KeyboardEvent<HTMLTableElement>) => {
    if (!(event.target instanceof HTMLTableRowElement)) return;
    const rows = [...(body.current?.querySelectorAll<HTMLTableRowElement>('tr[data-id]') ?? [])];
    const at = rows.indexOf(event.target);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (event.key === 'Enter' && event.target.dataset.id) void open(event.target.dataset.id);
    else if (to !== undefined) rows[Math.min(rows.length - 1, Math.max(0, to))]?.focus();
    else return;
    event.preventDefault();
  };
  const click = (event: MouseEvent<HTMLTableElement>) => {
    const at = event.target as HTMLElement;
    if (at.closest('a, button, [data-merged]') || window.getSelection()?.toString()) return;
    const id = at.closest<HTMLElement>('tr[data-id]')?.dataset.id;
    if (id) void open(id);
  };

  return (
    <table className="plan-table" ref={body} onKeyDown={walk} onClick={click}>
      <caption>
        <span className="plan-caption">{table.title}</span>
        <span className="unseen">{t('plan.keys')}</span>
      </caption>
      <colgroup>
        {['no', 'task', 'text', 'deadline', 'lead', 'support', 'status'].map((name) => (
          <col key={name} className={`plan-col-${name}`} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {(['no', 'task', 'text', 'deadline', 'lead', 'support', 'status'] as const).map((name) => (
            <th scope="col" key={name} className={`plan-th-${name}`}>
              {t(`plan.column.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Line
            key={line.key}
            line={line}
            year={table.year}
            words={words}
            version={keep.version}
            asOf={keep.asOf}
            reachable={line.key === reachable}
            onReach={setCurrent}
            onUnit={onUnit}
          />
        ))}
      </tbody>
    </table>
  );
}

type LineProps = {
  line: TableLine;
  year: number;
  words: readonly string[];
  version?: string;
  asOf?: string;
  reachable: boolean;
  onReach: (key: string) => void;
  onUnit: (unit: string) => void;
};

const Line = memo(function Line({ line, year, words, version, asOf, reachable, onReach, onUnit }: LineProps) {
  const { t } = useTranslation();
  if (line.kind === 'chapter')
    return (
      <tr className="plan-band">
        <th scope="colgroup" colSpan={7} id={line.key}>
          {line.chapter.title}
          <span className="plan-band-count">{t('plan.measures', { count: line.shown })}</span>
        </th>
      </tr>
    );
  const { measure, task, taskSpan } = line;
  return (
    <tr
      data-id={measure.id}
      tabIndex={reachable ? 0 : -1}
      onFocus={() => onReach(line.key)}
      className={taskSpan > 2 ? 'plan-row long' : 'plan-row'}
    >
      {taskSpan > 0 && (
        <>
          <td rowSpan={taskSpan} data-merged className="plan-no">
            <div className="plan-stay">{task.no}</div>
          </td>
          <th scope="rowgroup" rowSpan={taskSpan} data-merged className="plan-task">
            <div className="plan-stay">
              <MeasureText text={task.title} words={words} />
            </div>
          </th>
        </>
      )}
      <td className="plan-wording">
        <MeasureText text={measure.text} targets={measure.targets} words={words} />
      </td>
      <td className="plan-deadline">{measure.deadline.raw || '——'}</td>
      <td>
        <Duties duties={measure.duties} side="lead" words={words} onUnit={onUnit} />
      </td>
      <td>
        <Duties duties={measure.duties} side="support" words={words} onUnit={onUnit} />
      </td>
      <td className="plan-state">
        <Status measure={measure} />
        <Link
          to="/plan/$year/measures/$id"
          params={{ year: String(year), id: measure.id }}
          search={{ version, asOf }}
          className="plan-open"
          aria-label={t('plan.open', { id: measure.id })}
        >
          {measure.id} ›
        </Link>
      </td>
    </tr>
  );
});
