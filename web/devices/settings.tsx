import { useQuery } from '@tanstack/react-query';
import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HealthSettingList } from '#app/api';
import { useSentence } from '../app/language.ts';
import { useMay } from '../app/queries.ts';
import { useFormat } from '../shared/format.ts';
import { Panel } from '../shared/page.tsx';
import { ErrorState, LoadingState } from '../shared/states.tsx';
import { settingsQuery } from './queries.ts';
import { useAct } from './use-act.ts';
import '../shared/data-table.css';

type Setting = HealthSettingList['settings'][number];

/** The numbers by which devices are judged; another number holds from today on. */
export default function Settings() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(settingsQuery);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState rows={10} />;
  return (
    <Panel flush title={t('devices.settings.title')}>
      <p className="device-note quiet">{t('devices.settings.text')}</p>
      <table className="data-table">
        <caption className="unseen">{t('devices.settings.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('devices.settings.what')}</th>
            <th scope="col" className="number">
              {t('devices.settings.value')}
            </th>
            <th scope="col">{t('devices.settings.standard')}</th>
            <th scope="col">{t('devices.settings.since')}</th>
          </tr>
        </thead>
        <tbody>
          {data.settings.map((setting) => (
            <Row key={`${setting.name} ${setting.value}`} setting={setting} />
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function Row({ setting }: { setting: Setting }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { date } = useFormat();
  const may = useMay('devices.edit');
  const [value, setValue] = useState<number | null>(setting.value);
  const act = useAct();
  const changed = value !== null && value !== setting.value;
  return (
    <tr>
      <th scope="row">{sentence(setting.title)}</th>
      <td className="number" data-label={t('devices.settings.value')}>
        <span className="device-setting">
          {may ? (
            <InputNumber
              size="small"
              aria-label={sentence(setting.title)}
              min={setting.least}
              max={setting.most}
              step={setting.most <= 1 ? 0.05 : 1}
              value={value}
              onChange={setValue}
            />
          ) : (
            <b>{setting.value}</b>
          )}{' '}
          {sentence(setting.unit)}
          {changed && (
            <Button
              size="small"
              type="primary"
              loading={act.isPending}
              onClick={() =>
                act.mutate({ method: 'PUT', path: `/api/device-health/settings/${setting.name}`, body: { value } })
              }
            >
              {t('devices.settings.set')}
            </Button>
          )}
        </span>
      </td>
      <td data-label={t('devices.settings.standard')}>
        {setting.standard} {sentence(setting.unit)}
      </td>
      <td data-label={t('devices.settings.since')}>
        {setting.set ? (
          t('devices.settings.setBy', { date: date(setting.set.from), by: setting.set.by })
        ) : (
          <span className="quiet">{t('devices.settings.default')}</span>
        )}
      </td>
    </tr>
  );
}
