import type { IndicatorDefinition } from '#engines/indicators';
import { emergencyChecks } from './emergency-checks.ts';
import { eventsGuaranteed } from './events-guaranteed.ts';
import { exchangeInTime } from './exchange-in-time.ts';
import { forecastsIssued } from './forecasts-issued.ts';
import { listRenewed } from './list-renewed.ts';
import { railShare } from './rail-share.ts';
import { responsesConfirmed } from './responses-confirmed.ts';
import { responsesKept } from './responses-kept.ts';
import { warningsEvaluated } from './warnings-evaluated.ts';

/** What this chapter measures; one line an indicator. */
export const responseIndicators: readonly IndicatorDefinition[] = [
  eventsGuaranteed,
  exchangeInTime,
  forecastsIssued,
  listRenewed,
  railShare,
  responsesConfirmed,
  responsesKept,
  emergencyChecks,
  warningsEvaluated,
];
