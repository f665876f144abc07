import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Lamp as LampState, UnitPage } from '#app/api';
import { useSentence } from '../app/language.ts';
import { unitsQuery } from '../app/queries.ts';
import { useFormat } from '../shared/format.ts';
import { Lamp } from '../shared/lamp.tsx';
import { PageHead, Panel } from '../shared/page.tsx';
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx';
import { Letter } from './matters.tsx';
import { OwedList } from './owed-list.tsx';
import { unitPageQuery } from './queries.ts';
import { Arithmetic } from './scores.tsx';
import '../shared/data-table.css';
import './supervision.css';

export function Page() {
  return <One unit={useParams({ strict: false }).unit ?? ''} />;
}

/** A street by its code: the page of its office. */
export function StreetPage() {
  const { street } = useParams({ strict: false });
  const { data, error, refetch } = useQuery(unitsQuery);
  const { t } = useTranslation();
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState />;
  const office = data.find((unit) => unit.streetCode === street);
  return office ? <One unit={office.id} /> : <EmptyState title={t('supervision.unit.noStreet')} />;
}

/** All that a unit owes, keeps and did. */
function One({ unit }: { unit: string }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { date } = useFormat();
  const { data, error, refetch } = useQuery(unitPageQuery(unit));
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState />;
  return (
    <>
      <PageHead
        title={sentence(data.unit.name)}
        aside={t('supervision.asOf', { date: date(data.today) })}
        crumbs={[{ label: t('supervision.title'), to: '/supervision' }]}
      />
      <Panel title={t('supervision.unit.owes')} aside={<span className="quiet">{data.owed.length}</span>}>
        <OwedList lines={data.owed} today={data.today} />
      </Panel>
      <Panel title={t('supervision.unit.duties')} aside={<span className="quiet">{data.duties.length}</span>}>
        {data.duties.length ? <Duties page={data} /> : <EmptyState compact title={t('supervision.unit.noDuties')} />}
      </Panel>
      {data.letters.length > 0 && (
        <Panel title={t('supervision.tabs.letters')}>
          <ol className="matters">
            {data.letters.map((letter) => (
              <Letter key={letter.id} letter={letter} />
            ))}
          </ol>
        </Panel>
      )}
      <Panel title={t('supervision.unit.reports')}>
        {data.reports.length === 0 && <EmptyState compact title={t('reports.none')} />}
        {data.reports.map((row) => (
          <p key={row.id}>
            <Link to={`/plan/${data.year}/measures/${row.measureId}` as '/'}>
              {t('supervision.measure', { id: row.measureId })}
            </Link>{' '}
            {t('reports.month', { month: row.month })} <span className="quiet">{t(`reports.states.${row.state}`)}</span>
          </p>
        ))}
      </Panel>
      <Panel title={t('supervision.unit.ledgers')}>
        {data.ledgers.length === 0 && <EmptyState compact title={t('supervision.unit.noLedgers')} />}
        {data.ledgers.map((row) => (
          <p key={row.ledger}>
            <Link to={`/ledgers/${row.ledger}` as '/'}>{sentence(row.title)}</Link>{' '}
            {t('supervision.unit.kept', { count: row.kept })}{' '}
            {row.stale > 0 && (
              <span className="owed-day late">{t('supervision.unit.stale', { count: row.stale })}</span>
            )}
          </p>
        ))}
      </Panel>
      <Panel title={t('supervision.unit.visits')}>
        <p>{t('supervision.unit.visited', data.visits)}</p>
      </Panel>
      {data.score && (
        <Panel
          title={t('supervision.unit.score', { score: data.score.score, rank: data.score.rank })}
          aside={<Link to="/scores">{t('supervision.scores.title')}</Link>}
        >
          <Arithmetic score={data.score} />
        </Panel>
      )}
    </>
  );
}

function Duties({ page }: { page: UnitPage }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  return (
    <table className="data-table">
      <tbody>
        {page.duties.map((duty) => (
          <tr key={`${duty.measureId} ${duty.part}`}>
            <th scope="row">
              <Link to={`/plan/${page.year}/measures/${duty.measureId}` as '/'}>{duty.measureId}</Link>
            </th>
            <td>
              <Lamp lamp={duty.lamp as LampState} />
              {duty.struck && <strong> {t('supervision.strikeOff.states.struck')}</strong>}
            </td>
            <td>
              {duty.own && <span className="quiet">{t('supervision.unit.part')} </span>}
              {duty.words.length > 90 ? `${duty.words.slice(0, 90)}…` : duty.words}
              <div className="quiet">{sentence(duty.why)}</div>
            </td>
            <td>{duty.deadline}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
