import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Checkbox, DatePicker, Select, Space } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MonthlyRate } from '#app/api';
import { useSentence } from '../app/language.ts';
import { districtQuery, useMay } from '../app/queries.ts';
import { shortName } from '../map/flat-map.tsx';
import { Figure } from '../shared/figure.tsx';
import { useFormat } from '../shared/format.ts';
import { Panel } from '../shared/page.tsx';
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx';
import { useUrlValues } from '../shared/use-url-state.ts';
import { kindsQuery, monthlyQuery } from './queries.ts';
import { useTitles } from './rows.tsx';
import { Send } from './send.tsx';
import { InspectionHead } from './tabs.tsx';
import './inspections.css';

/** Of what has to be seen every month: the rate of each street, and by name what nobody has seen yet. */
export function Page() {
  const { t } = useTranslation();
  const sentence = useSentence();
  const [search, set] = useUrlValues();
  const today = useQuery(districtQuery).data?.today ?? '';
  const kinds = (useQuery(kindsQuery).data?.kinds ?? []).filter(({ monthly }) => monthly);
  const kind = search.kind ?? kinds[0]?.id ?? '';
  const month = search.month ?? today.slice(0, 7);
  const { data, error, refetch } = useQuery({
    ...monthlyQuery(kind, month, search.street),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <InspectionHead here="missing" />
      <Space wrap className="inspection-choices">
        <Select
          aria-label={t('inspections.kind')}
          value={kind || undefined}
          options={kinds.map(({ id, title }) => ({ value: id, label: sentence(title) }))}
          onChange={(value) => set({ kind: value })}
          style={{ minWidth: 200 }}
        />
        <DatePicker
          picker="month"
          allowClear={false}
          inputReadOnly
          aria-label={t('inspections.month')}
          value={month ? dayjs(`${month}-01`) : null}
          disabledDate={(day) => day.format('YYYY-MM') > today.slice(0, 7)}
          onChange={(day) => set({ month: day?.format('YYYY-MM') })}
        />
      </Space>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <LoadingState rows={8} height={400} />
      ) : (
        <Rates rate={data} month={month} />
      )}
    </>
  );
}

function Rates({ rate, month }: { rate: MonthlyRate; month: string }) {
  const { t } = useTranslation();
  const titles = useTitles();
  const { number, date } = useFormat();
  const [{ street }, set] = useUrlValues();
  const sentence = useSentence();
  const may = useMay('inspection.make');
  const mayPlan = useMay('inspection.plan');
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const mark = (id: number, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  return (
    <div className="inspection-missing">
      <Panel title={t('inspections.rate')}>
        <Figure
          label={street ? titles.street(street) : t('inspections.district')}
          value={rate.rate}
          unit="%"
          note={t('inspections.ofThese', {
            done: number(rate.done),
            due: number(rate.due),
            reading: t(`inspections.readings.${rate.membership}`),
          })}
        />
        <ul className="inspection-streets">
          {rate.streets.map((one) => (
            <li key={one.street}>
              <button
                type="button"
                aria-pressed={street === one.street}
                onClick={() => set({ street: street === one.street ? undefined : (one.street ?? undefined) })}
              >
                <span>{shortName(titles.street(one.street))}</span>
                <span className="bar" aria-hidden>
                  <i
                    className={one.rate !== null && Number(one.rate) < 100 ? 'short' : undefined}
                    style={{ width: `${one.rate ?? 0}%` }}
                  />
                </span>
                <strong>{one.rate === null ? '—' : `${one.rate}%`}</strong>
                <span className="quiet">
                  {one.done}/{one.due}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel flush title={t('inspections.missingCount', { count: rate.missing.length, month })}>
        {mayPlan && rate.missing.length > 0 && (
          <Send
            kind={rate.kind}
            entries={rate.missing.filter(({ id }) => chosen.has(id)).map(({ ledger, id }) => ({ ledger, id }))}
            riskiest={(count) => setChosen(new Set(rate.missing.slice(0, count).map(({ id }) => id)))}
            onSent={() => setChosen(new Set())}
          />
        )}
        {rate.missing.length === 0 ? (
          <EmptyState compact title={t('inspections.noneMissing')} />
        ) : (
          <table className="data-table">
            <caption className="unseen">{t('inspections.tabs.missing')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('inspections.visited')}</th>
                <th scope="col">{t('inspections.street')}</th>
                <th scope="col">{t('inspections.lastSeen')}</th>
                <th scope="col" className="number">
                  {t('inspections.risk')}
                </th>
                <th scope="col">{t('inspections.why')}</th>
                {may && <th scope="col">{t('inspections.go')}</th>}
              </tr>
            </thead>
            <tbody>
              {rate.missing.map((one) => (
                <tr key={`${one.ledger}-${one.id}`}>
                  <th scope="row">
                    {mayPlan && (
                      <Checkbox
                        className="inspection-choose"
                        aria-label={t('inspections.errands.choose', { name: one.name })}
                        checked={chosen.has(one.id)}
                        onChange={({ target }) => mark(one.id, target.checked)}
                      />
                    )}
                    <Link to="/ledgers/$ledger" params={{ ledger: one.ledger }} search={{ entry: String(one.id) }}>
                      {one.name}
                    </Link>
                  </th>
                  <td data-label={t('inspections.street')}>{titles.street(one.street)}</td>
                  <td data-label={t('inspections.lastSeen')}>{date(one.lastSeenOn)}</td>
                  <td className="number" data-label={t('inspections.risk')}>
                    {one.risk.points}
                  </td>
                  <td data-label={t('inspections.why')} className="quiet">
                    {one.risk.parts
                      .map((part) => `${sentence(part.why)} +${part.points}`)
                      .join(t('shared.listComma')) || '—'}
                  </td>
                  {may && (
                    <td>
                      <Link
                        to="/inspections/new"
                        search={{ kind: rate.kind, ledger: one.ledger, entry: String(one.id), name: one.name }}
                      >
                        <Button size="small">{t('inspections.inspect')}</Button>
                      </Link>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Panel>
    </div>
  );
}
