import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LivingTable, MeasureRow } from '#app/api';
import { useSentence } from '../app/language.ts';
import { useFormat } from '../shared/format.ts';
import { Lamp } from '../shared/lamp.tsx';
import { EmptyState } from '../shared/states.tsx';

const FIRST = 5;

/** overdue before behind; within each, what is longest past its date first */
function laggingOf(table: LivingTable): MeasureRow[] {
  const all = table.chapters.flatMap(({ tasks }) => tasks.flatMap(({ measures }) => measures));
  return all
    .filter(({ lamp }) => lamp === 'overdue' || lamp === 'behind')
    .sort(
      (a, b) =>
        Number(b.lamp === 'overdue') - Number(a.lamp === 'overdue') ||
        (a.daysLeft ?? 999) - (b.daysLeft ?? 999) ||
        a.position - b.position,
    );
}

/** with a date still to come and not done, the nearest first */
const nextOf = (table: LivingTable): MeasureRow[] =>
  table.chapters
    .flatMap(({ tasks }) => tasks.flatMap(({ measures }) => measures))
    .filter(({ daysLeft, lamp }) => daysLeft !== null && daysLeft >= 0 && lamp !== 'done')
    .sort((a, b) => (a.daysLeft ?? 0) - (b.daysLeft ?? 0) || a.position - b.position);

/** Nothing is late: then what falls due next. */
function Next({ table }: { table: LivingTable }) {
  const { t } = useTranslation();
  const { date } = useFormat();
  const rows = nextOf(table).slice(0, FIRST);
  if (!rows.length) return <EmptyState compact title={t('overview.lagging.none')} />;
  return (
    <>
      <p className="quiet lagging-none">{t('overview.lagging.noneNext')}</p>
      <ul className="lagging">
        {rows.map((row) => (
          <li key={row.id}>
            <Lamp lamp={row.lamp} />
            <div className="lagging-body">
              <Link to="/plan/$year/measures/$id" params={{ year: String(table.year), id: row.id }}>
                <span className="lagging-id">{row.id}</span> {row.text}
              </Link>
            </div>
            <span className="lagging-due" title={date(row.deadline.date)}>
              {t('overview.lagging.left', { count: row.daysLeft ?? 0 })}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

export function Lagging({ table }: { table: LivingTable }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { date } = useFormat();
  const [all, setAll] = useState(false);
  const rows = laggingOf(table);
  if (!rows.length) return <Next table={table} />;
  const leads = (row: MeasureRow) =>
    row.duties
      .filter(({ role }) => role === 'lead')
      .map(({ name }) => name)
      .join(t('shared.listComma'));
  const due = ({ daysLeft, deadline }: MeasureRow) => {
    if (daysLeft === null) return deadline.raw;
    return daysLeft < 0
      ? t('overview.lagging.past', { count: -daysLeft })
      : t('overview.lagging.left', { count: daysLeft });
  };
  return (
    <>
      <ul className="lagging">
        {(all ? rows : rows.slice(0, FIRST)).map((row) => (
          <li key={row.id}>
            <Lamp lamp={row.lamp} />
            <div className="lagging-body">
              <Link to="/plan/$year/measures/$id" params={{ year: String(table.year), id: row.id }}>
                <span className="lagging-id">{row.id}</span> {row.text}
              </Link>
              <p className="quiet">{sentence(row.why)}</p>
              <p className="quiet lagging-units">{leads(row)}</p>
            </div>
            <span className="lagging-due" title={row.deadline.date ? date(row.deadline.date) : undefined}>
              {due(row)}
            </span>
          </li>
        ))}
      </ul>
      {rows.length > FIRST && (
        <Button type="link" size="small" onClick={() => setAll(!all)} aria-expanded={all}>
          {all ? t('overview.lagging.fewer') : t('overview.lagging.more', { count: rows.length - FIRST })}
        </Button>
      )}
    </>
  );
}
