import { useTranslation } from 'react-i18next';
import { Point } from '../../map/point.tsx';
import { healthColour } from '../health-sign.tsx';
import { HEALTHS, useKindName } from '../names.ts';
import { FILL_OF_HEALTH, SHAPE_OF_KIND } from './signs.ts';

/** Outlines are kinds, fillings are states. */
export function Legend({ kinds, gaps }: { kinds: string[]; gaps: boolean }) {
  const { t } = useTranslation();
  const kindName = useKindName();
  return (
    <ul className="device-legend">
      {kinds.map((kind) => (
        <li key={kind}>
          <Point shape={SHAPE_OF_KIND[kind] ?? 'circle'} fill="full" color="var(--quiet)" /> {kindName(kind)}
        </li>
      ))}
      {HEALTHS.map((health) => (
        <li key={health}>
          <Point shape="circle" fill={FILL_OF_HEALTH[health]} color={healthColour(health)} />{' '}
          {t(`devices.health.${health}`)}
        </li>
      ))}
      {gaps && (
        <li>
          <span className="device-gap-sign" aria-hidden /> {t('devices.map.gap')}
        </li>
      )}
    </ul>
  );
}
