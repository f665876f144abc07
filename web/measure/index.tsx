import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeasureDetail } from '#app/api';
import { ReportsPanel } from '../reports/panel.tsx';
import { AsOfPicker } from '../shared/dates/as-of-picker.tsx';
import { Lamp } from '../shared/lamp.tsx';
import { PageHead } from '../shared/page.tsx';
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx';
import { useUrlValues } from '../shared/use-url-state.ts';
import { SupervisionPanel } from '../supervision/measure-panel.tsx';
import { BindLine } from './bind/line.tsx';
import { EvidenceDrawer } from './evidence.tsx';
import { Indicator } from './indicator.tsx';
import { measureQuery, opensHere } from './queries.ts';
import { Side } from './side.tsx';
import { TargetsPanel } from './target/panel.tsx';
import { Versions } from './versions.tsx';
import { Wording } from './wording.tsx';
import './page.css';

/** 措施: everything about one measure. */
export function Page() {
  const { t } = useTranslation();
  const { year = '', id = '' } = useParams({ strict: false });
  const [search] = useUrlValues();
  const { data, error, refetch } = useQuery({
    ...measureQuery(year, id, search.version, search.asOf),
    placeholderData: keepPreviousData,
  });
  if (error && !data)
    return (
      <>
        <PageHead title={t('measure.title', { id })} crumbs={[{ label: t('shell.pages.plan.long'), to: '/plan' }]} />
        <ErrorState error={error} onRetry={() => void refetch()} />
      </>
    );
  if (!data) return <LoadingState rows={10} height={600} />;
  return <MeasurePage detail={data} year={year} />;
}

function MeasurePage({ detail, year }: { detail: MeasureDetail; year: string }) {
  const { t } = useTranslation();
  const [search, set] = useUrlValues();
  const { measure, chapter, task } = detail;
  const shownEvidence = measure.indicators.find((i) => i.id === search.evidence && opensHere(i.evidence.href));
  const back = new URLSearchParams({ year, ...(search.version ? { version: search.version } : {}) });
  if (search.asOf) back.set('asOf', search.asOf);
  const chapterAddress = `/plan?${back}&chapter=${chapter.no}`;
  return (
    <>
      <PageHead
        title={t('measure.title', { id: measure.id })}
        crumbs={[
          { label: t('shell.pages.plan.long'), to: `/plan?${back}` },
          { label: chapter.title, to: chapterAddress },
        ]}
        aside={
          <>
            <Lamp lamp={measure.lamp} />
            <AsOfPicker />
          </>
        }
        actions={<Neighbours detail={detail} year={year} />}
        text={task.title}
      />
      <div className="measure-page">
        <div className="measure-main">
          <Wording detail={detail} year={year} />
          {measure.indicators.map((indicator) => (
            <Indicator
              key={`${indicator.id}-${indicator.scope.code}`}
              indicator={indicator}
              series={detail.series.find((s) => s.indicatorId === indicator.id)}
              year={detail.year}
              onEvidence={(evidence) => set({ evidence })}
            />
          ))}
          {measure.indicators.length === 0 && (
            <section className="panel">
              <EmptyState compact title={t('measure.noIndicator')} text={t('measure.noIndicatorText')} />
            </section>
          )}
          {!search.version && <BindLine year={year} id={measure.id} />}
          <TargetsPanel year={year} id={measure.id} indicators={measure.indicators} />
          <ReportsPanel year={year} id={measure.id} />
          <SupervisionPanel year={year} id={measure.id} />
          <Versions detail={detail} />
        </div>
        <Side detail={detail} year={year} />
      </div>
      <EvidenceDrawer indicator={shownEvidence} onClose={() => set({ evidence: undefined })} />
    </>
  );
}

/** To the measure before and after, in the table's order; also with the arrow keys ← and →. */
function Neighbours({ detail, year }: { detail: MeasureDetail; year: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [{ version, asOf }] = useUrlValues();
  const { previousId, nextId } = detail;
  useEffect(() => {
    const go = (event: KeyboardEvent) => {
      const at = event.target as HTMLElement;
      if (event.altKey || event.ctrlKey || event.metaKey || at.closest('input, textarea, [role=dialog], .chart-table'))
        return;
      const id = event.key === 'ArrowLeft' ? previousId : event.key === 'ArrowRight' ? nextId : null;
      if (id) void navigate({ to: '/plan/$year/measures/$id', params: { year, id }, search: { version, asOf } });
    };
    window.addEventListener('keydown', go);
    return () => window.removeEventListener('keydown', go);
  }, [previousId, nextId, year, version, asOf, navigate]);
  const button = (id: string | null, label: string, icon: React.ReactNode) => (
    <Button
      icon={icon}
      disabled={!id}
      aria-label={id ? `${label} ${id}` : label}
      onClick={() =>
        id && void navigate({ to: '/plan/$year/measures/$id', params: { year, id }, search: { version, asOf } })
      }
    >
      {id ?? ''}
    </Button>
  );
  return (
    <>
      {button(previousId, t('measure.previous'), <LeftOutlined />)}
      {button(nextId, t('measure.next'), <RightOutlined />)}
    </>
  );
}
