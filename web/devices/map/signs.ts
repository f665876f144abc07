import type { PointFill, PointShape } from '../../map/points.ts';
import type { Health } from '../health-sign.tsx';

/** Each kind has an outline of its own, */
export const SHAPE_OF_KIND: Readonly<Record<string, PointShape>> = {
  'micro-station': 'circle',
  'voc-station': 'square',
  'gas-station': 'hexagon',
  site: 'triangle',
  'fume-meter': 'pentagon',
  air_station: 'star',
  other: 'diamond',
};

/** and each state fills it in a way of its own. */
export const FILL_OF_HEALTH: Readonly<Record<Health, PointFill>> = {
  online: 'full',
  late: 'half',
  silent: 'empty',
  faulty: 'mark',
  maintenance: 'cross',
  probation: 'empty',
  none: 'dot',
};
