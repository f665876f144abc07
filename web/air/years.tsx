import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AirYears } from '#app/api';
import { AQI_CLASSES } from '#standards/hj-633';
import { get } from '../app/api.ts';
import { useLanguage } from '../app/language.ts';
import { Chart } from '../shared/chart.tsx';
import { useFormat } from '../shared/format.ts';
import { ProvenanceTag } from '../shared/provenance-tag.tsx';
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx';
import { SandChoice, useSandExcluded, type View } from './choices.tsx';
import { editionName } from './pollutants.ts';
import { YearItems } from './year-items.tsx';

/** Every year with figures side by side: days by class, each statistic against its limit, attainment, completeness. */
export function Years({ scope, asOf }: View) {
  const { t } = useTranslation();
  const { date } = useFormat();
  const chinese = useLanguage() === 'zh-CN';
  const sandExcluded = useSandExcluded();
  const found = useQuery({
    queryKey: ['air', 'years', scope, asOf, sandExcluded],
    queryFn: ({ signal }) =>
      get<AirYears>('/api/air/years', { scope, asOf, sandExcluded: sandExcluded || undefined }, signal),
  });
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} compact />;
  if (!found.data) return <LoadingState rows={12} height={520} />;
  const years = found.data.years;
  const newest = years.at(-1);
  if (!newest) return <EmptyState compact title={t('air.none')} text={t('air.noneText')} />;
  const label = (one: AirYears['years'][number]) =>
    one.whole ? String(one.year) : t('air.yearSoFar', { year: one.year, date: date(one.period.until) });
  return (
    <>
      <div className="air-tools">
        <SandChoice />
        <ProvenanceTag provenance={years.flatMap(({ period }) => period.provenance)} />
      </div>
      <Chart
        label={t('air.yearsChart')}
        height={56 + years.length * 30}
        option={{
          tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
          legend: {
            type: 'scroll',
            data: AQI_CLASSES.map(({ zh, en }) => (chinese ? zh : en)),
            itemHeight: 10,
            itemWidth: 10,
          },
          grid: { left: 8, right: 24, top: 32, bottom: 4, containLabel: true },
          xAxis: { type: 'value', max: 366, axisLabel: { show: false }, splitLine: { show: false } },
          yAxis: { type: 'category', inverse: true, data: years.map(label), axisTick: { show: false } },
          series: AQI_CLASSES.map(({ level, rgb, zh, en }) => ({
            name: chinese ? zh : en,
            type: 'bar',
            stack: 'days',
            barWidth: 18,
            itemStyle: { color: rgb },
            data: years.map(({ period }) => period.days.byLevel[level - 1] ?? 0),
          })),
        }}
      />
      <YearItems years={years} />
      <ul className="air-notes quiet">
        <li>
          {t('air.yearsRules', {
            rules: newest.rules.map((edition) => editionName(t, edition)).join(t('shared.listComma')),
          })}
        </li>
        <li>{t('air.yearsNote')}</li>
        <li>{t(sandExcluded ? 'air.sand.withoutNote' : 'air.sand.withNote')}</li>
      </ul>
    </>
  );
}
