import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Segmented, Space } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { InspectionDue, InspectionErrand } from '#app/api';
import { send } from '../app/api.ts';
import { useFormat } from '../shared/format.ts';
import { Panel } from '../shared/page.tsx';
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx';
import { useUrlValues } from '../shared/use-url-state.ts';
import { dueQuery } from './queries.ts';
import { useTitles } from './rows.tsx';
import { InspectionHead } from './tabs.tsx';
import '../shared/data-table.css';
import './inspections.css';

/** What somebody is to visit by when, and what they found that waits to be mended; for who plans, everybody's. */
export function Page() {
  const { t } = useTranslation();
  const [search, set] = useUrlValues();
  const whose = search.whose === 'all' ? 'all' : 'mine';
  const { data, error, refetch } = useQuery({ ...dueQuery(whose), placeholderData: keepPreviousData });
  return (
    <>
      <InspectionHead here="due" />
      {data?.mayPlan && (
        <Segmented
          className="inspection-choices"
          value={whose}
          options={(['mine', 'all'] as const).map((value) => ({ value, label: t(`inspections.duty.${value}`) }))}
          onChange={(next) => set({ whose: next === 'all' ? 'all' : undefined })}
        />
      )}
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <LoadingState rows={8} height={400} />
      ) : (
        <Due due={data} whose={whose} />
      )}
    </>
  );
}

function Due({ due, whose }: { due: InspectionDue; whose: 'mine' | 'all' }) {
  const { t } = useTranslation();
  const open = due.errands.filter(({ done }) => done === null);
  const done = due.errands.filter((one) => one.done !== null);
  return (
    <div className="inspection-duty">
      <Panel flush title={t('inspections.duty.errands', { count: open.length })}>
        {open.length === 0 ? (
          <EmptyState compact title={t('inspections.duty.none')} text={t('inspections.duty.noneText')} />
        ) : (
          <Errands rows={open} due={due} whose={whose} />
        )}
      </Panel>
      {whose === 'mine' && <Findings due={due} />}
      {done.length > 0 && (
        <Panel flush title={t('inspections.duty.doneTitle', { count: done.length })}>
          <Errands rows={done} due={due} whose={whose} />
        </Panel>
      )}
    </div>
  );
}

function Errands({ rows, due, whose }: { rows: InspectionErrand[]; due: InspectionDue; whose: 'mine' | 'all' }) {
  const { t } = useTranslation();
  const titles = useTitles();
  const { date } = useFormat();
  const client = useQueryClient();
  const takeBack = useMutation({
    mutationFn: (id: number) => send('POST', `/api/inspections/errands/${id}/withdraw`),
    onSettled: () => client.invalidateQueries({ queryKey: ['inspections'] }),
  });
  return (
    <table className="data-table">
      <caption className="unseen">{t('inspections.tabs.due')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('inspections.visited')}</th>
          <th scope="col">{t('inspections.kind')}</th>
          <th scope="col">{t('inspections.street')}</th>
          {whose === 'all' && <th scope="col">{t('inspections.duty.person')}</th>}
          <th scope="col">{t('inspections.duty.dueOn')}</th>
          <th scope="col">{t('inspections.go')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((one) => (
          <tr key={one.id}>
            <th scope="row">
              <Link to="/ledgers/$ledger" params={{ ledger: one.ledger }} search={{ entry: String(one.entryId) }}>
                {one.name}
              </Link>
              <p className="quiet">
                {t('inspections.duty.by', { name: one.setBy })}
                {one.note && ` · ${one.note}`}
              </p>
            </th>
            <td data-label={t('inspections.kind')}>{titles.kind(one.kind)}</td>
            <td data-label={t('inspections.street')}>{titles.street(one.street)}</td>
            {whose === 'all' && <td data-label={t('inspections.duty.person')}>{one.person}</td>}
            <td data-label={t('inspections.duty.dueOn')}>
              {date(one.dueOn)} {!one.done && <Left dueOn={one.dueOn} today={due.today} />}
            </td>
            <td>
              {one.done ? (
                <Link to="/inspections/$id" params={{ id: String(one.done.inspectionId) }}>
                  {t('inspections.duty.done', { date: date(one.done.on) })}
                </Link>
              ) : (
                <Space wrap>
                  <Link
                    to="/inspections/new"
                    search={{ kind: one.kind, ledger: one.ledger, entry: String(one.entryId), name: one.name }}
                  >
                    <Button size="small" type={whose === 'mine' ? 'primary' : 'default'}>
                      {t('inspections.inspect')}
                    </Button>
                  </Link>
                  {whose === 'all' && (
                    <Button size="small" loading={takeBack.isPending} onClick={() => takeBack.mutate(one.id)}>
                      {t('inspections.duty.takeBack')}
                    </Button>
                  )}
                </Space>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How long there is left, or by how much it is late. */
function Left({ dueOn, today }: { dueOn: string; today: string }) {
  const { t } = useTranslation();
  const days = dayjs(dueOn).diff(dayjs(today), 'day');
  if (days < 0) return <strong className="inspection-late">▲ {t('inspections.duty.overdue', { count: -days })}</strong>;
  return (
    <span className="quiet">
      {days === 0 ? t('inspections.duty.today') : t('inspections.duty.days', { count: days })}
    </span>
  );
}

function Findings({ due }: { due: InspectionDue }) {
  const { t } = useTranslation();
  const titles = useTitles();
  const { date } = useFormat();
  return (
    <Panel flush title={t('inspections.duty.findings', { count: due.findings.length })}>
      {due.findings.length === 0 ? (
        <EmptyState compact title={t('inspections.duty.noFindings')} />
      ) : (
        <table className="data-table">
          <caption className="unseen">{t('inspections.duty.findings', { count: due.findings.length })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('inspections.visited')}</th>
              <th scope="col">{t('inspections.duty.finding')}</th>
              <th scope="col">{t('inspections.street')}</th>
              <th scope="col">{t('inspections.duty.dueOn')}</th>
            </tr>
          </thead>
          <tbody>
            {due.findings.map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  <Link to="/inspections/$id" params={{ id: String(one.inspectionId) }}>
                    {one.name}
                  </Link>
                </th>
                <td data-label={t('inspections.duty.finding')}>{one.words || titles.kind(one.kind)}</td>
                <td data-label={t('inspections.street')}>{titles.street(one.street)}</td>
                <td data-label={t('inspections.duty.dueOn')}>
                  {date(one.dueOn)} <Left dueOn={one.dueOn} today={due.today} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
