import * as beijingEmergency from '#standards/beijing-emergency';
import * as db11353 from '#standards/db11-353';
import * as db111926 from '#standards/db11-1926';
import type { StandardDescription } from '#standards/editions';
import * as enterpriseSheet from '#standards/enterprise-sheet';
import * as gb3095 from '#standards/gb-3095';
import * as gb20952 from '#standards/gb-20952';
import * as gb37822 from '#standards/gb-37822';
import * as gbT8170 from '#standards/gb-t-8170';
import * as hj633 from '#standards/hj-633';
import * as hj663 from '#standards/hj-663';
import * as hj1221 from '#standards/hj-1221';
import * as ranking from '#standards/ranking';
import * as tspGrid from '#standards/tsp-grid';
import * as tspRanking from '#standards/tsp-ranking';
import * as vocLimits from '#standards/voc-limits';

/** A description, and the door of the folder that carries it out. */
export type DescribedStandard = StandardDescription & { readonly door: Readonly<Record<string, unknown>> };

type Door = { readonly STANDARD: StandardDescription };
const described = (door: Door): DescribedStandard => ({ ...door.STANDARD, door: { ...door } });

/** Every folder that carries out a document, in the order of print; one line each. */
export const STANDARDS: readonly DescribedStandard[] = [
  described(gb3095),
  described(hj633),
  described(hj663),
  described(gbT8170),
  described(ranking),
  described(hj1221),
  described(db11353),
  described(db111926),
  described(tspRanking),
  described(tspGrid),
  described(gb20952),
  described(vocLimits),
  described(gb37822),
  described(beijingEmergency),
  described(enterpriseSheet),
];
