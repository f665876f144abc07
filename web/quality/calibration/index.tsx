import { useQuery } from '@tanstack/react-query';
import { Button, Input, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/queries.ts';
import { Panel } from '../../shared/page.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../shared/states.tsx';
import { useUrlValues } from '../../shared/use-url-state.ts';
import { calibrationsQuery } from '../queries.ts';
import { DraftDialog } from './draft-dialog.tsx';
import { UsualDialog } from './usual-dialog.tsx';
import { Version } from './version.tsx';

/** Calibration models by version, newest first; whoever reviews may fit one, another person lets it hold. */
export default function Calibrations() {
  const { t } = useTranslation();
  const [{ device }, set] = useUrlValues();
  const mayReview = useMay('quality.review');
  const [asking, ask] = useState<'draft' | 'usual' | null>(null);
  const list = useQuery(calibrationsQuery(device));
  const versions = list.data?.calibrations;
  return (
    <Panel
      flush
      title={t('quality.calibrations.title')}
      aside={
        <Space wrap>
          <Input
            key={device ?? ''}
            allowClear
            style={{ width: 150 }}
            defaultValue={device}
            placeholder={t('quality.deviceCode')}
            aria-label={t('quality.deviceCode')}
            onPressEnter={(event) => set({ device: event.currentTarget.value.trim() || undefined })}
            onClear={() => set({ device: undefined })}
          />
          {mayReview && <Button onClick={() => ask('usual')}>{t('quality.usual.open')}</Button>}
          {mayReview && (
            <Button type="primary" onClick={() => ask('draft')}>
              {t('quality.calibrations.make')}
            </Button>
          )}
        </Space>
      }
    >
      <p className="quality-note">{t('quality.calibrations.text')}</p>
      {list.error ? (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} compact />
      ) : !versions ? (
        <LoadingState rows={6} />
      ) : versions.length === 0 ? (
        <EmptyState compact title={t(device ? 'quality.calibrations.noneOf' : 'quality.calibrations.none')} />
      ) : (
        <ul className="quality-versions">
          {versions.map((one) => (
            <Version key={one.id} version={one} />
          ))}
        </ul>
      )}
      {asking === 'draft' && <DraftDialog device={device} onClose={() => ask(null)} />}
      {asking === 'usual' && <UsualDialog onClose={() => ask(null)} />}
    </Panel>
  );
}
