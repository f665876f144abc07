import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, DatePicker, InputNumber, Select, Space } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InspectionCalendar } from '#app/api';
import { ApiError, send } from '../app/api.ts';
import { useLanguage, useName, useSentence } from '../app/language.ts';
import { districtQuery, unitsQuery } from '../app/queries.ts';
import { useFormat } from '../shared/format.ts';
import { Panel } from '../shared/page.tsx';
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx';
import { useUrlValues } from '../shared/use-url-state.ts';
import { calendarQuery, kindsQuery } from './queries.ts';
import { useTitles } from './rows.tsx';
import { InspectionHead } from './tabs.tsx';
import './inspections.css';

/** A month of visits day by day, and what is planned for it with how far it is. */
export function Page() {
  const { t } = useTranslation();
  const [search, set] = useUrlValues();
  const today = useQuery(districtQuery).data?.today ?? '';
  const month = search.month ?? today.slice(0, 7);
  const { data, error, refetch } = useQuery({ ...calendarQuery(month), placeholderData: keepPreviousData });
  return (
    <>
      <InspectionHead here="calendar" />
      <Space wrap className="inspection-choices">
        <DatePicker
          picker="month"
          allowClear={false}
          inputReadOnly
          aria-label={t('inspections.month')}
          value={month ? dayjs(`${month}-01`) : null}
          onChange={(day) => set({ month: day?.format('YYYY-MM') })}
        />
      </Space>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <LoadingState rows={8} height={400} />
      ) : (
        <div className="inspection-month">
          <Panel title={t('inspections.calendar')}>
            <Month calendar={data} today={today} />
          </Panel>
          <Plans calendar={data} month={month} />
        </div>
      )}
    </>
  );
}

function Month({ calendar, today }: { calendar: InspectionCalendar; today: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const first = dayjs(`${calendar.month}-01`);
  const before = (first.day() + 6) % 7;
  const most = Math.max(1, ...sums(calendar).values());
  const visits = sums(calendar);
  const found = sums(calendar, 'found');
  const week = Array.from({ length: 7 }, (_, i) =>
    dayjs('2021-03-01')
      .add(i, 'day')
      .locale(language === 'en' ? 'en' : 'zh-cn')
      .format('dd'),
  );
  return (
    <div className="inspection-days">
      {week.map((name) => (
        <span key={name} className="head">
          {name}
        </span>
      ))}
      {Array.from({ length: before }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blanks before the first day
        <span key={`b${i}`} />
      ))}
      {Array.from({ length: first.daysInMonth() }, (_, i) => {
        const day = `${calendar.month}-${String(i + 1).padStart(2, '0')}`;
        const count = visits.get(day) ?? 0;
        return (
          <Link
            key={day}
            to="/inspections"
            search={{ from: day, until: day }}
            className={day === today ? 'today' : undefined}
            style={{ '--share': count / most } as React.CSSProperties}
            aria-label={t('inspections.dayLabel', { day, count, found: found.get(day) ?? 0 })}
          >
            <em>{i + 1}</em>
            <strong>{count || ''}</strong>
            {(found.get(day) ?? 0) > 0 && <small>▲ {found.get(day)}</small>}
          </Link>
        );
      })}
    </div>
  );
}

function sums(calendar: InspectionCalendar, of: 'visits' | 'found' = 'visits') {
  const total = new Map<string, number>();
  for (const one of calendar.days) total.set(one.day, (total.get(one.day) ?? 0) + one[of]);
  return total;
}

function Plans({ calendar, month }: { calendar: InspectionCalendar; month: string }) {
  const { t } = useTranslation();
  const titles = useTitles();
  const { number } = useFormat();
  return (
    <Panel flush title={t('inspections.plans', { month })}>
      {calendar.plans.length === 0 ? (
        <EmptyState compact title={t('inspections.noPlans')} />
      ) : (
        <table className="data-table">
          <caption className="unseen">{t('inspections.plans', { month })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('inspections.kind')}</th>
              <th scope="col">{t('inspections.unit')}</th>
              <th scope="col" className="number">
                {t('inspections.quota')}
              </th>
              <th scope="col" className="number">
                {t('inspections.done')}
              </th>
            </tr>
          </thead>
          <tbody>
            {calendar.plans.map((plan) => (
              <tr key={`${plan.kind}-${plan.unit}`}>
                <th scope="row">{titles.kind(plan.kind)}</th>
                <td data-label={t('inspections.unit')}>{titles.unit(plan.unit)}</td>
                <td className="number" data-label={t('inspections.quota')}>
                  {number(plan.quota)}
                </td>
                <td className="number" data-label={t('inspections.done')}>
                  <span className={plan.done >= plan.quota ? 'inspection-sound' : undefined}>
                    {number(plan.done)} {plan.done >= plan.quota ? '●' : ''}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {calendar.mayPlan && <PlanForm month={month} />}
    </Panel>
  );
}

function PlanForm({ month }: { month: string }) {
  const { t } = useTranslation();
  const [sentence, name] = [useSentence(), useName()];
  const client = useQueryClient();
  const kinds = useQuery(kindsQuery).data?.kinds ?? [];
  const units = useQuery(unitsQuery).data ?? [];
  const [kind, setKind] = useState<string>();
  const [unit, setUnit] = useState<string>();
  const [quota, setQuota] = useState<number | null>(null);
  const act = useMutation({
    mutationFn: () => send('PUT', '/api/inspections/plans', { kind, unit, month, quota, note: '' }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['inspections', 'calendar'] }),
  });
  return (
    <Space wrap className="inspection-plan">
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('inspections.kind')}
        aria-label={t('inspections.kind')}
        value={kind}
        options={kinds.map((one) => ({ value: one.id, label: sentence(one.title) }))}
        onChange={setKind}
        style={{ minWidth: 170 }}
      />
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('inspections.unit')}
        aria-label={t('inspections.unit')}
        value={unit}
        options={units.map((one) => ({ value: one.id, label: name(one) }))}
        onChange={setUnit}
        style={{ minWidth: 170 }}
      />
      <InputNumber
        min={0}
        max={1_000_000}
        precision={0}
        placeholder={t('inspections.quota')}
        aria-label={t('inspections.quota')}
        value={quota}
        onChange={setQuota}
      />
      <Button disabled={!kind || !unit || quota === null} loading={act.isPending} onClick={() => act.mutate()}>
        {t('inspections.planIt')}
      </Button>
      {act.error instanceof ApiError && (
        <span role="alert" className="inspection-open">
          {sentence(act.error.sentence)}
        </span>
      )}
    </Space>
  );
}
