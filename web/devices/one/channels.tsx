import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelView } from '#app/api';
import { pollutantOfHj212 } from '#standards/pollutants';
import { useSentence } from '../../app/language.ts';
import { useMay } from '../../app/queries.ts';
import { Panel } from '../../shared/page.tsx';
import { EmptyState } from '../../shared/states.tsx';
import { MeaningDialog } from '../meaning-dialog.tsx';
import { useQuantityName } from '../names.ts';
import { useAct } from '../use-act.ts';
import type { TabProps } from './index.tsx';
import '../../shared/data-table.css';

/** What it sends, what each of it is, and who says so. */
export default function Channels({ device }: TabProps) {
  const { t } = useTranslation();
  const [asked, ask] = useState<ChannelView | null>(null);
  const suggested = asked?.factor ? pollutantOfHj212(asked.factor) : null;
  return (
    <Panel flush title={t('devices.tabs.channels')}>
      {device.channels.length === 0 ? (
        <EmptyState compact title={t('devices.channels.none')} text={t('devices.channels.noneText')} />
      ) : (
        <table className="data-table">
          <caption className="unseen">{t('devices.tabs.channels')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('devices.factor')}</th>
              <th scope="col">{t('devices.models.statistic')}</th>
              <th scope="col">{t('devices.meaning.quantity')}</th>
              <th scope="col">{t('devices.meaning.unit')}</th>
              <th scope="col">{t('devices.channels.by')}</th>
              <th scope="col">
                <span className="unseen">{t('devices.factors.map')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {device.channels.map((channel) => (
              <Row key={channel.no} device={device} channel={channel} onMap={() => ask(channel)} />
            ))}
          </tbody>
        </table>
      )}
      {asked && (
        <MeaningDialog
          factor={{
            modelId: device.modelId,
            factor: asked.factor ?? `#${asked.no}`,
            statistic: asked.statistic,
            devices: 1,
            examples: [{ deviceId: device.id, code: device.code, no: asked.no, value: null }],
            suggestion: suggested && { pollutant: suggested, units: [] },
          }}
          onClose={() => ask(null)}
        />
      )}
    </Panel>
  );
}

function Row({ device, channel, onMap }: TabProps & { channel: ChannelView; onMap: () => void }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const quantity = useQuantityName();
  const may = useMay('devices.edit');
  const act = useAct();
  const { no, factor, statistic, pollutant, title, unit, mappedBy } = channel;
  return (
    <tr>
      <th scope="row">
        <span className="quiet">{no}</span> <code>{factor ?? t('devices.channels.imported')}</code>
      </th>
      <td data-label={t('devices.models.statistic')}>{t(`devices.statistics.${statistic}`)}</td>
      <td data-label={t('devices.meaning.quantity')}>
        {pollutant ? quantity(pollutant) : title ? sentence(title) : <b>{t('devices.channels.unmapped')}</b>}
      </td>
      <td data-label={t('devices.meaning.unit')}>{unit ?? '—'}</td>
      <td data-label={t('devices.channels.by')}>
        {mappedBy ?? (unit ? <span className="quiet">{t('devices.channels.byModel')}</span> : '—')}
      </td>
      <td className="acts">
        {may && factor !== null && (statistic === 'value' || statistic === 'total') && (
          <>
            <Button size="small" onClick={onMap}>
              {t('devices.factors.map')}
            </Button>
            {mappedBy && (
              <Button
                size="small"
                type="text"
                loading={act.isPending}
                onClick={() =>
                  act.mutate({
                    method: 'PUT',
                    path: `/api/devices/${device.id}/channels/${no}`,
                    body: { meaning: null },
                  })
                }
              >
                {t('devices.channels.toModel')}
              </Button>
            )}
          </>
        )}
      </td>
    </tr>
  );
}
