/**
 * TSP grid monitoring 粗颗粒物网格化监测: whether a light-scattering device can be believed.
 *
 * Beijing measures street TSP with a dense network of small devices. Its local standard asks that the flow keeps within
 * 10 % of the setting, the mass concentration within 20 % of the standard device, that inlets stand 2 to 5 m above the
 * ground, and that a device follows the reference with r ≥ 0.90. Tolerances are inclusive.
 */
export {
  type Comparability,
  comparability,
  type Deviation,
  deviation,
  flowCheck,
  inletHeightOk,
  massCheck,
} from './checks.ts';
export { TSP_GRID } from './requirements.table.ts';
export { STANDARD } from './standard.table.ts';
