import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import type { IndicatorState } from '#app/api';
import { useSentence } from '../app/language.ts';
import { useFormat } from '../shared/format.ts';
import { ProvenanceTag } from '../shared/provenance-tag.tsx';
import { ErrorState, LoadingState } from '../shared/states.tsx';
import { evidenceQuery } from './queries.ts';

type Props = { indicator: IndicatorState | undefined; onClose: () => void };

/** What a figure was made of: the days used, those left out and why, and the rules with their clauses. */
export function EvidenceDrawer({ indicator, onClose }: Props) {
  const { t } = useTranslation();
  const sentence = useSentence();
  return (
    <Drawer
      open={indicator !== undefined}
      onClose={onClose}
      size={560}
      title={indicator && t('measure.evidence.title', { indicator: sentence(indicator.title) })}
    >
      {indicator && <Evidence indicator={indicator} />}
    </Drawer>
  );
}

function Evidence({ indicator }: { indicator: IndicatorState }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { date, number } = useFormat();
  const { data, error, refetch } = useQuery(evidenceQuery(indicator.evidence.href));
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} compact />;
  if (!data) return <LoadingState />;
  return (
    <div className="measure-evidence">
      <p>
        {t('measure.evidence.summary', {
          from: date(data.from),
          until: date(data.until),
          edition: t(`shared.ruleBook.${data.edition}`, data.edition),
        })}{' '}
        <ProvenanceTag provenance={data.provenance} />
      </p>
      <h3>{t('measure.evidence.rules')}</h3>
      <ul>
        {data.rules.map((rule) => (
          <li key={`${rule.standard}-${rule.clause}`}>
            <strong>
              {rule.standard} {rule.clause}
            </strong>{' '}
            {sentence(rule.text)}
          </li>
        ))}
      </ul>
      <h3>{t('measure.evidence.excluded', { count: data.excluded.length })}</h3>
      {data.excluded.length === 0 ? (
        <p className="quiet">{t('measure.evidence.noneExcluded')}</p>
      ) : (
        <ul>
          {data.excluded.map((day) => (
            <li key={day.date}>
              {date(day.date)} <span className="quiet">{sentence(day.reason)}</span>
            </li>
          ))}
        </ul>
      )}
      <h3>{t('measure.evidence.used', { count: data.used.length })}</h3>
      <ol className="measure-days">
        {data.used.map((day) => (
          <li key={day.date}>
            <span className="quiet">{day.date.slice(5)}</span> {number(day.value)}
          </li>
        ))}
      </ol>
    </div>
  );
}
