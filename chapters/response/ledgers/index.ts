import type { LedgerDefinition } from '#engines/ledgers';
import { confirmations } from './confirmations.ts';
import { emergencyList } from './emergency-list.ts';
import { eventPlans } from './event-plans.ts';
import { exchangeFiles } from './exchange-files.ts';
import { forecasts } from './forecasts.ts';
import { freight } from './freight.ts';
import { warnings } from './warnings.ts';

/** The ledgers of this chapter; one line a ledger. */
export const responseLedgers: readonly LedgerDefinition[] = [
  confirmations,
  emergencyList,
  eventPlans,
  exchangeFiles,
  forecasts,
  freight,
  warnings,
];
