import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import type { MeasureRow } from '#app/api';
import { useSentence } from '../app/language.ts';
import { useFormat } from '../shared/format.ts';
import { Lamp } from '../shared/lamp.tsx';
import { PaceBar } from '../shared/pace-bar.tsx';

type Due = Pick<MeasureRow, 'deadline' | 'daysLeft'>;

/** When a measure is due and how many days are left: 12月31日 · 剩53天. Words where it has no date. */
export function useDue(): (measure: Due) => { date: string; left: string | null; past: boolean } {
  const { t } = useTranslation();
  const { date } = useFormat();
  return ({ deadline, daysLeft }) => {
    const months = deadline.months?.length
      ? t('plan.due.months', { months: monthRanges(deadline.months).join(t('shared.listComma')) })
      : null;
    const left =
      daysLeft === null
        ? null
        : daysLeft < 0
          ? t('plan.due.past', { count: -daysLeft })
          : daysLeft === 0
            ? t('plan.due.today')
            : t('plan.due.left', { count: daysLeft });
    return {
      date: deadline.date ? date(deadline.date) : (months ?? t(`plan.deadlineKind.${deadline.kind}`)),
      left,
      past: daysLeft !== null && daysLeft < 0,
    };
  };
}

/** 6,7,8,9 → 6–9; months that run over the new year stay together only as far as the calendar does */
export function monthRanges(months: readonly number[]): string[] {
  const sorted = [...months].sort((a, b) => a - b);
  const ranges: [number, number][] = [];
  for (const month of sorted) {
    const last = ranges.at(-1);
    if (last && last[1] === month - 1) last[1] = month;
    else ranges.push([month, month]);
  }
  return ranges.map(([from, until]) => (from === until ? `${from}` : `${from}–${until}`));
}

/** The narrow column that the issued table does not have: lamp, pace, due. */
export function Status({ measure }: { measure: MeasureRow }) {
  const sentence = useSentence();
  const due = useDue()(measure);
  return (
    <div className="plan-status">
      <Tooltip title={sentence(measure.why)} placement="left">
        <span>
          <Lamp lamp={measure.lamp} />
        </span>
      </Tooltip>
      <PaceBar pace={measure.pace} lamp={measure.lamp} />
      <span className={due.past && measure.lamp !== 'done' ? 'plan-due past' : 'plan-due'}>
        {due.date}
        {due.left && measure.lamp !== 'done' && <span className="plan-left">{due.left}</span>}
      </span>
    </div>
  );
}
