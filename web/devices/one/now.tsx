import { useTranslation } from 'react-i18next';
import { Panel } from '../../shared/page.tsx';
import { Facts } from './facts.tsx';
import type { TabProps } from './index.tsx';
import { Latest } from './latest.tsx';
import { SeriesPanel } from './series.tsx';

/** What it says now, its last day or week, and what the register says of it. */
export function Now({ device }: TabProps) {
  const { t } = useTranslation();
  return (
    <div className="device-columns">
      <div className="device-main">
        <SeriesPanel device={device} />
        <Latest device={device} />
      </div>
      <Panel title={t('devices.facts.title')} className="device-side">
        <Facts device={device} />
      </Panel>
    </div>
  );
}
