import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AirEvidence } from '#app/api';
import { AQI_CLASSES } from '#standards/hj-633';
import { get } from '../app/api.ts';
import { useLanguage, useSentence } from '../app/language.ts';
import { useFormat } from '../shared/format.ts';
import { ProvenanceTag } from '../shared/provenance-tag.tsx';
import { ErrorState, LoadingState } from '../shared/states.tsx';
import { useUrlValues } from '../shared/use-url-state.ts';
import { FigureLink } from './figure-link.tsx';
import { statisticName } from './pollutants.ts';

/** What a figure is made of: the rules, the days used and those left out with their reasons. The address opens it. */
export function Evidence({ scope }: { scope: string }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { date, number } = useFormat();
  const chinese = useLanguage() === 'zh-CN';
  const [{ evidence: statistic, from, until, sand }, set] = useUrlValues();
  const sandExcluded = sand === 'excluded' || undefined;
  const classes = AQI_CLASSES.map(({ level, zh, en }) => ({ level, name: chinese ? zh : en }));
  const open = !!statistic && !!scope && !!from && !!until;
  const found = useQuery({
    queryKey: ['air', 'evidence', statistic, scope, from, until, sandExcluded],
    enabled: open,
    queryFn: ({ signal }) =>
      get<AirEvidence>('/api/air/evidence', { statistic, scope, from, until, sandExcluded }, signal),
  });
  const data = found.data;
  const close = () => set({ evidence: undefined, from: undefined, until: undefined });
  return (
    <Drawer
      open={open}
      onClose={close}
      size="large"
      title={t('air.evidence.title', { statistic: statisticName(t, statistic ?? '', classes) })}
    >
      {found.error ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} compact />
      ) : !data ? (
        <LoadingState rows={8} />
      ) : (
        <>
          <p className="air-value">
            <strong>{number(data.value)}</strong> {date(data.from)} – {date(data.until)}{' '}
            <ProvenanceTag provenance={data.provenance} />
          </p>
          <p className="quiet">{t(sandExcluded ? 'air.sand.withoutNote' : 'air.sand.withNote')}</p>
          {data.parts.length > 0 && (
            <table className="air-table">
              <caption>{t('air.evidence.parts')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('air.item')}</th>
                  <th scope="col">{t('air.value')}</th>
                  <th scope="col">{t('air.evidence.share')}</th>
                </tr>
              </thead>
              <tbody>
                {data.parts.map((part) => (
                  <tr key={part.key}>
                    <th scope="row">{statisticName(t, part.key, classes)}</th>
                    <td>
                      <FigureLink statistic={part.key} value={part.value} from={data.from} until={data.until} />
                    </td>
                    <td>{number(part.share)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          <h3>{t('air.evidence.rules', { edition: t(`shared.ruleBook.${data.edition}`, data.edition) })}</h3>
          <ul>
            {data.rules.map((rule) => (
              <li key={`${rule.standard} ${rule.clause}`}>
                {sentence(rule.text)}{' '}
                <span className="quiet">
                  {rule.standard} {rule.clause}
                </span>
              </li>
            ))}
          </ul>
          <h3>{t('air.evidence.used', { count: data.used.length })}</h3>
          <a
            download={`${data.statistic}-${data.from}-${data.until}.csv`}
            href={`data:text/csv;charset=utf-8,${encodeURIComponent(`date,value\n${data.used.map((one) => `${one.date},${one.value}`).join('\n')}\n`)}`}
          >
            {t('air.evidence.csv')}
          </a>
          <table className="air-table">
            <caption className="unseen">{t('air.evidence.used', { count: data.used.length })}</caption>
            <tbody>
              {data.used.map((one) => (
                <tr key={one.date}>
                  <th scope="row">{date(one.date)}</th>
                  <td>{one.value}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <details open={data.excluded.length <= 31} className="air-excluded">
            <summary>{t('air.evidence.excluded', { count: data.excluded.length })}</summary>
            <ul>
              {data.excluded.map((one) => (
                <li key={one.date}>
                  {date(one.date)} {sentence(one.reason)}
                </li>
              ))}
            </ul>
          </details>
        </>
      )}
    </Drawer>
  );
}
