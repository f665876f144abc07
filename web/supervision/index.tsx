import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SupervisionInbox } from '#app/api';
import { useFormat } from '../shared/format.ts';
import { PageHead, Panel } from '../shared/page.tsx';
import { PageTabs } from '../shared/page-tabs.tsx';
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx';
import { useUrlState } from '../shared/use-url-state.ts';
import { Act } from './act.tsx';
import { Letters } from './letters.tsx';
import { Extension, Meeting, StrikeOff } from './matters.tsx';
import { MeetingForm } from './meeting-form.tsx';
import { OwedList } from './owed-list.tsx';
import { inboxQuery } from './queries.ts';
import { TABS, type Tab } from './search.ts';
import { UnitName } from './unit-name.tsx';
import '../reports/reports.css';
import './supervision.css';

/** What waits: for the air office to review, issue and decide; for a unit what it owes. */
export function Page() {
  const { t } = useTranslation();
  const { date } = useFormat();
  const [tab] = useUrlState('tab', '');
  const { data, error, refetch } = useQuery(inboxQuery);
  // without a choice of one's own: the first list in which something waits
  const first = data ? TABS.find((one) => waiting(data, one) > 0) : undefined;
  const open = (TABS as readonly string[]).includes(tab) ? (tab as Tab) : (first ?? 'owed');
  return (
    <>
      <PageHead
        title={t('supervision.title')}
        aside={data && t('supervision.asOf', { date: date(data.today) })}
        actions={<Link to="/scores">{t('supervision.scores.title')}</Link>}
      />
      <PageTabs label={t('supervision.title')}>
        {TABS.map((one) => (
          <Link key={one} to="/supervision" search={{ tab: one }} aria-current={one === open ? 'page' : undefined}>
            {t(one === 'owed' && data?.office ? 'supervision.tabs.overdue' : `supervision.tabs.${one}`)}
            {data && <span className="quiet"> {waiting(data, one)}</span>}
          </Link>
        ))}
      </PageTabs>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <LoadingState />
      ) : (
        <Panel>
          {open === 'owed' ? (
            <OwedList lines={data.owed} today={data.today} none={data.office ? 'noneOverdue' : undefined} />
          ) : open === 'letters' ? (
            <Letters letters={data.letters} office={data.office} />
          ) : (
            <Shown data={data} tab={open} />
          )}
        </Panel>
      )}
    </>
  );
}

const waiting = (data: SupervisionInbox, tab: Tab): number =>
  ({
    owed: data.owed.length,
    review: data.review.length,
    letters: data.letters.filter(({ state }) => state === (data.office ? 'draft' : 'issued')).length,
    extensions: data.extensions.filter(({ state }) => state === 'asked').length,
    strikeOffs: data.strikeOffs.filter(({ state }) => state === 'asked').length,
    meetings: data.meetings.flatMap(({ items }) => items).filter(({ state }) => state !== 'verified').length,
  })[tab];

function Shown({ data, tab }: { data: SupervisionInbox; tab: Exclude<Tab, 'owed' | 'letters'> }) {
  const { t } = useTranslation();
  const { office } = data;
  const lists: Record<typeof tab, ReactNode[]> = {
    review: data.review.map((row) => <Review key={row.id} row={row} />),
    extensions: data.extensions.map((row) => <Extension key={row.id} row={row} office={office} />),
    strikeOffs: data.strikeOffs.map((row) => <StrikeOff key={row.id} row={row} office={office} />),
    meetings: data.meetings.map((row) => <Meeting key={row.id} meeting={row} office={office} />),
  };
  return (
    <>
      {tab === 'meetings' && office && <MeetingForm today={data.today} />}
      {lists[tab].length ? (
        <ol className="matters">{lists[tab]}</ol>
      ) : (
        <EmptyState compact title={t(`supervision.none.${tab}`)} />
      )}
    </>
  );
}

function Review({ row }: { row: SupervisionInbox['review'][number] }) {
  const { t } = useTranslation();
  return (
    <li className="matter">
      <div className="matter-head">
        <Link to="/plan/$year/measures/$id" params={{ year: String(row.year), id: row.measureId }} search={{}}>
          {t('supervision.measure', { id: row.measureId })}
        </Link>
        <strong>{t('reports.month', { month: row.month })}</strong>
        <UnitName unit={row.unit} />
        <span className="quiet">{t(`reports.states.${row.state}`)}</span>
      </div>
      <p className="matter-text">{row.words}</p>
      <div className="matter-acts">
        {row.acts.map((act) => (
          <Act
            key={act}
            primary={act !== 'return'}
            ask={act === 'return' ? 'must' : 'may'}
            label={t(`reports.acts.${act}`)}
            path={`/api/measure-reports/${row.id}/move`}
            body={(reason) => ({ act, reason })}
          />
        ))}
      </div>
    </li>
  );
}
