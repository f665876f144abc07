import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnmappedList } from '#app/api';
import { useMay } from '../../app/queries.ts';
import { useFormat } from '../../shared/format.ts';
import { Panel } from '../../shared/page.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../shared/states.tsx';
import { useAgo } from '../ago.ts';
import { MeaningDialog } from '../meaning-dialog.tsx';
import { useModelName, useQuantityName } from '../names.ts';
import { unmappedQuery } from '../queries.ts';
import '../../shared/data-table.css';

type Factor = UnmappedList['factors'][number];

/** Factors that devices send and that nobody has given a meaning: kept all the same, told here, mapped by a person. */
export default function Factors() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(unmappedQuery);
  const [asked, ask] = useState<Factor | null>(null);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState rows={8} />;
  if (data.length === 0) return <EmptyState title={t('devices.factors.none')} text={t('devices.factors.noneText')} />;
  return (
    <Panel flush title={t('devices.factors.title', { count: data.length })}>
      <p className="device-note quiet">{t('devices.factors.text')}</p>
      <table className="data-table">
        <caption className="unseen">{t('devices.views.factors')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('devices.factor')}</th>
            <th scope="col">{t('devices.model')}</th>
            <th scope="col" className="number">
              {t('devices.factors.devices')}
            </th>
            <th scope="col">{t('devices.factors.values')}</th>
            <th scope="col">{t('devices.factors.suggestion')}</th>
            <th scope="col">
              <span className="unseen">{t('devices.factors.map')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {data.map((factor) => (
            <Row
              key={`${factor.modelId} ${factor.factor} ${factor.statistic}`}
              factor={factor}
              onMap={() => ask(factor)}
            />
          ))}
        </tbody>
      </table>
      {asked && <MeaningDialog factor={asked} onClose={() => ask(null)} />}
    </Panel>
  );
}

function Row({ factor, onMap }: { factor: Factor; onMap: () => void }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const may = useMay('devices.edit');
  const [model, quantity, ago] = [useModelName(), useQuantityName(), useAgo()];
  return (
    <tr>
      <th scope="row">
        <code>{factor.factor}</code>{' '}
        {factor.statistic !== 'value' && <span className="quiet">{t(`devices.statistics.${factor.statistic}`)}</span>}
      </th>
      <td data-label={t('devices.model')}>
        {factor.modelId ? model(factor.modelId) : <span className="quiet">{t('devices.noModel')}</span>}
      </td>
      <td data-label={t('devices.factors.devices')} className="number">
        {number(factor.devices)}
      </td>
      <td data-label={t('devices.factors.values')}>
        {factor.examples.slice(0, 3).map((example) => (
          <div key={example.deviceId}>
            <Link to="/devices/$id" params={{ id: String(example.deviceId) }} search={{ tab: 'channels' }}>
              {example.code}
            </Link>{' '}
            <b>{example.value ?? '—'}</b> <span className="quiet">{ago(example.at)}</span>
          </div>
        ))}
      </td>
      <td data-label={t('devices.factors.suggestion')}>
        {factor.suggestion ? (
          t('devices.factors.maybe', { name: quantity(factor.suggestion.pollutant) })
        ) : (
          <span className="quiet">{t('devices.factors.unknown')}</span>
        )}
      </td>
      <td className="acts">
        {may && (
          <Button size="small" onClick={onMap}>
            {t('devices.factors.map')}
          </Button>
        )}
      </td>
    </tr>
  );
}
