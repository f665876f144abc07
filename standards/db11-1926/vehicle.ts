import { compareDecimal, type Numeric } from '#standards/gb-t-8170';
import { MOVING_UNIT } from './settings.table.ts';

const within = (x: Numeric, { from, to }: { readonly from: string; readonly to: string }) =>
  compareDecimal(x, from) >= 0 && compareDecimal(x, to) <= 0;

/** Whether the flow of the measuring car is within the standard, L/min, ends included. */
export const movingUnitFlowOk = (litresPerMinute: Numeric): boolean =>
  within(litresPerMinute, MOVING_UNIT.flowLitresPerMinute);

/** Whether the reference inlet stands right above the roof, mm, ends included. */
export const movingUnitInletOk = (millimetresAboveRoof: Numeric): boolean =>
  within(millimetresAboveRoof, MOVING_UNIT.roofInletMillimetres);
