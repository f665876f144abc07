import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModelView } from '#app/api';
import { useSentence } from '../../app/language.ts';
import { useMay } from '../../app/queries.ts';
import { useFormat } from '../../shared/format.ts';
import { Panel } from '../../shared/page.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../shared/states.tsx';
import { useUrlState } from '../../shared/use-url-state.ts';
import { useKindName, useQuantityName } from '../names.ts';
import { protocolName } from '../protocols.ts';
import { modelsQuery } from '../queries.ts';
import '../../shared/data-table.css';

const ModelDialog = lazy(() => import('./model-dialog.tsx'));
const NEW = 'new';
/** factors that are named in the table */
const MOST_NAMED = 14;

/** What makers' devices send, in which units. */
export default function Models() {
  const { t } = useTranslation();
  const may = useMay('devices.edit');
  const [edit, setEdit] = useUrlState('edit');
  const { data, error, refetch } = useQuery(modelsQuery);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState rows={8} />;
  const edited = data.find(({ id }) => id === edit);
  return (
    <Panel
      flush
      title={t('devices.models.title', { count: data.length })}
      aside={
        may && (
          <Button type="primary" size="small" icon={<PlusOutlined />} onClick={() => setEdit(NEW)}>
            {t('devices.models.new')}
          </Button>
        )
      }
    >
      <p className="device-note quiet">{t('devices.models.text')}</p>
      {data.length === 0 ? (
        <EmptyState compact title={t('devices.models.none')} text={t('devices.models.noneText')} />
      ) : (
        <ModelTable models={data} onOpen={setEdit} />
      )}
      <Suspense>
        {(edited || edit === NEW) && (
          <ModelDialog key={edit} model={edited} readOnly={!may} onClose={() => setEdit(undefined)} />
        )}
      </Suspense>
    </Panel>
  );
}

function ModelTable({ models, onOpen }: { models: ModelView[]; onOpen: (id: string) => void }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { number } = useFormat();
  const [kind, quantity] = [useKindName(), useQuantityName()];
  const named = ({ settings }: ModelView) => {
    const values = settings.factors.filter((factor) => factor.statistic === 'value');
    const names = values.map((factor) => (factor.pollutant ? quantity(factor.pollutant) : sentence(factor.title)));
    const shown = names.slice(0, MOST_NAMED).join(t('shared.listComma'));
    return names.length > MOST_NAMED ? `${shown} · ${t('devices.more', { count: names.length - MOST_NAMED })}` : shown;
  };
  return (
    <table className="data-table device-models">
      <caption className="unseen">{t('devices.views.models')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('devices.model')}</th>
          <th scope="col">{t('devices.kind')}</th>
          <th scope="col">{t('devices.protocol')}</th>
          <th scope="col">{t('devices.models.factors')}</th>
          <th scope="col" className="number">
            {t('devices.factors.devices')}
          </th>
        </tr>
      </thead>
      <tbody>
        {models.map((model) => (
          <tr key={model.id}>
            <th scope="row">
              <button type="button" className="device-link" onClick={() => onOpen(model.id)}>
                {sentence(model.title)}
              </button>
              <div className="quiet">{[model.maker, model.id].filter(Boolean).join(' · ')}</div>
            </th>
            <td data-label={t('devices.kind')}>{kind(model.kind)}</td>
            <td data-label={t('devices.protocol')}>{protocolName(model.protocol)}</td>
            <td data-label={t('devices.models.factors')}>
              {model.settings.factors.length === 0 ? (
                <span className="quiet">{t('devices.models.noFactors')}</span>
              ) : (
                named(model)
              )}
            </td>
            <td data-label={t('devices.factors.devices')} className="number">
              <Link to="/devices" search={{ view: 'list', model: model.id }}>
                {number(model.devices)}
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
