import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Drawer, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PlanChanges, PlanSummary } from '#app/api';
import { ChangeText } from '../measure/change/change-text.tsx';
import { useFormat } from '../shared/format.ts';
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx';
import { changesQuery } from './queries.ts';
import './changes.css';

type Props = {
  plan: PlanSummary;
  version: string | undefined;
  /** a version number or `last-year` */
  compare: string;
  onCompare: (compare: string | null) => void;
};

/** What changed since an earlier version, or against last year's plan. */
export default function ChangesDrawer({ plan, version, compare, onCompare }: Props) {
  const { t } = useTranslation();
  const { date } = useFormat();
  const current = Number(version ?? Math.max(...plan.versions.map((v) => v.no)));
  const options = [
    ...plan.versions
      .filter((v) => v.no < current)
      .map((v) => ({ value: String(v.no), label: t('plan.changes.version', { no: v.no, date: date(v.effectiveOn) }) })),
    { value: 'last-year', label: t('plan.changes.lastYear', { year: plan.year - 1 }) },
  ];
  return (
    <Drawer
      open
      onClose={() => onCompare(null)}
      size={720}
      title={t('plan.changes.title')}
      extra={
        <Select
          aria-label={t('plan.changes.against')}
          value={compare}
          options={options}
          onChange={onCompare}
          popupMatchSelectWidth={false}
        />
      }
    >
      <Changes year={plan.year} compare={compare} to={version} />
    </Drawer>
  );
}

function Changes({ year, compare, to }: { year: number; compare: string; to: string | undefined }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(changesQuery(year, compare, to));
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} compact />;
  if (!data) return <LoadingState />;
  if (!data.from)
    return (
      <EmptyState compact title={t('plan.changes.noPlan')} text={t('plan.changes.noPlanText', { year: year - 1 })} />
    );
  const kinds = ['changed', 'new', 'dropped'] as const;
  const counts = (kind: PlanChanges['changes'][number]['kind']) => data.changes.filter((c) => c.kind === kind).length;
  return (
    <>
      <p className="quiet">
        {t('plan.changes.summary', {
          same: counts('same'),
          changed: counts('changed'),
          added: counts('new'),
          dropped: counts('dropped'),
        })}
      </p>
      {kinds.map((kind) => {
        const list = data.changes.filter((c) => c.kind === kind);
        if (list.length === 0) return null;
        return (
          <section key={kind} className="plan-changes">
            <h3>{t(`plan.changes.${kind}`)}</h3>
            {list.map((change) => (
              <Change key={`${change.previousId}-${change.id}`} year={year} version={to} change={change} />
            ))}
          </section>
        );
      })}
    </>
  );
}

type ChangeProps = { year: number; version: string | undefined; change: PlanChanges['changes'][number] };

function Change({ year, version, change }: ChangeProps) {
  const { t } = useTranslation();
  const { previous, current, id, previousId } = change;
  return (
    <article className="plan-change">
      <div className="plan-change-head">
        {id ? (
          <Link to="/plan/$year/measures/$id" params={{ year: String(year), id }} search={{ version }}>
            {id}
          </Link>
        ) : (
          <span>{previousId}</span>
        )}
        {id && previousId && id !== previousId && (
          <span className="quiet">{t('plan.changes.renumbered', { previous: previousId })}</span>
        )}
        {change.differs.map((what) => (
          <span key={what} className="plan-change-tag">
            {t(`plan.changes.differs.${what}`)}
          </span>
        ))}
      </div>
      <ChangeText older={previous} newer={current} differs={change.differs} />
    </article>
  );
}
