import { airBulletins, airIndicators } from '#chapters/air';
import { bulletinRegistry } from '#engines/bulletins';
import { indicatorRegistry } from '#engines/indicators';

/** What the chapters declare, gathered once for the engines. */
export const indicators = indicatorRegistry([...airIndicators]);
export const bulletins = bulletinRegistry([...airBulletins]);
