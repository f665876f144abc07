import dayjs from 'dayjs';
import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AirDay } from '#app/api';
import { useLanguage } from '../../app/language.ts';
import { classOfLevel, textOn } from '../../shared/aqi-chip.tsx';
import { useFormat } from '../../shared/format.ts';

type Props = {
  byWeek: boolean;
  year: number;
  until: string;
  today: string;
  days: ReadonlyMap<string, AirDay>;
  chosen: string | undefined;
  onChoose: (date: string) => void;
};

const two = (n: number) => String(n).padStart(2, '0');
const MONTHS = Array.from({ length: 12 }, (_, i) => i + 1);
const DATES = Array.from({ length: 31 }, (_, i) => i + 1);
const move = (date: string, days: number) => dayjs(date).add(days, 'day').format('YYYY-MM-DD');

/** Which day an arrow leads to: along the row a day, across the rows a month or a week. */
function target(key: string, date: string, byWeek: boolean): string | null {
  if (key === 'ArrowLeft') return move(date, -1);
  if (key === 'ArrowRight') return move(date, 1);
  if (key === 'ArrowUp') return byWeek ? move(date, -7) : dayjs(date).subtract(1, 'month').format('YYYY-MM-DD');
  if (key === 'ArrowDown') return byWeek ? move(date, 7) : dayjs(date).add(1, 'month').format('YYYY-MM-DD');
  if (key === 'Home') return `${date.slice(0, 8)}01`;
  if (key === 'End') return dayjs(date).endOf('month').format('YYYY-MM-DD');
  return null;
}

/** A year of days as twelve rows of dates or as twelve months of weeks; one stop for the tab key, arrows inside. */
export function CalendarGrid(props: Props) {
  const { byWeek, year, until, chosen } = props;
  const { t } = useTranslation();
  const at = useRef<HTMLDivElement>(null);
  const stop = chosen?.startsWith(`${year}-`) && chosen <= until ? chosen : until;
  const onKeyDown = (event: KeyboardEvent) => {
    const from = (event.target as HTMLElement).dataset.date;
    const next = from && target(event.key, from, byWeek);
    if (!next) return;
    event.preventDefault();
    at.current?.querySelector<HTMLElement>(`[data-date="${next}"]`)?.focus();
  };
  const cell = (date: string) => <DayCell key={date} {...props} date={date} stop={date === stop} />;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside are what is pressed; arrows only move the focus
    <div ref={at} onKeyDown={onKeyDown} className={byWeek ? 'air-months' : 'air-scroll'}>
      {byWeek ? (
        MONTHS.filter((month) => `${year}-${two(month)}-01` <= until).map((month) => (
          <MonthOfWeeks key={month} year={year} month={month} cell={cell} />
        ))
      ) : (
        <table className="air-calendar">
          <caption className="unseen">{t('air.views.calendar')}</caption>
          <thead>
            <tr>
              <th scope="col" className="air-corner">
                <span className="unseen">{t('air.monthColumn')}</span>
              </th>
              {DATES.map((day) => (
                <th key={day} scope="col">
                  {day}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {MONTHS.map((month) => (
              <tr key={month}>
                <th scope="row">{t('air.monthName', { month })}</th>
                {DATES.map((day) => (
                  <td key={day}>{cell(`${year}-${two(month)}-${two(day)}`)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function MonthOfWeeks({ year, month, cell }: { year: number; month: number; cell: (date: string) => React.ReactNode }) {
  const { t } = useTranslation();
  const first = dayjs(`${year}-${two(month)}-01`);
  const blanks = (first.day() + 6) % 7;
  const days = Array.from({ length: first.daysInMonth() }, (_, i) => `${year}-${two(month)}-${two(i + 1)}`);
  const cells = [...Array.from({ length: blanks }, () => null), ...days];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, i) => cells.slice(i * 7, i * 7 + 7));
  const weekdays = t('air.weekdays').split(' ');
  return (
    <table className="air-calendar weeks">
      <caption>{t('air.monthName', { month })}</caption>
      <thead>
        <tr>
          {weekdays.map((day) => (
            <th key={day} scope="col">
              {day}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, i) => (
          <tr key={week.find(Boolean)}>
            {weekdays.map((day, j) => (
              <td key={day}>{weeks[i]?.[j] ? cell(weeks[i][j]) : null}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayCell(props: Props & { date: string; stop: boolean }) {
  const { date, until, today, days, chosen, stop, onChoose } = props;
  const { t } = useTranslation();
  const { date: formatDate } = useFormat();
  const chinese = useLanguage() === 'zh-CN';
  if (date > until || new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10) !== date) return null;
  const day = days.get(date);
  const found = day?.level ? classOfLevel(day.level) : undefined;
  const said = found ? `AQI ${day?.aqi} ${chinese ? found.zh : found.en}` : t('air.noData');
  return (
    <button
      type="button"
      data-date={date}
      tabIndex={stop ? 0 : -1}
      className={`${found ? '' : 'none'} ${date === today ? 'today' : ''}`}
      style={found && { background: found.rgb, color: textOn(found.rgb) }}
      aria-label={`${formatDate(date, true)} ${said}`}
      title={`${formatDate(date, true)} · ${said}${day?.sand ? ` · ${t('air.sand.day')}` : ''}`}
      aria-pressed={date === chosen}
      onClick={() => onChoose(date)}
    >
      {day?.aqi ?? ''}
    </button>
  );
}
