import air from './air.json' with { type: 'json' };
import bulletins from './bulletins.json' with { type: 'json' };
import devices from './devices.json' with { type: 'json' };
import imports from './import.json' with { type: 'json' };
import indicators from './indicators.json' with { type: 'json' };
import inspections from './inspections.json' with { type: 'json' };
import ledgers from './ledgers.json' with { type: 'json' };
import measure from './measure.json' with { type: 'json' };
import notices from './notices.json' with { type: 'json' };
import overview from './overview.json' with { type: 'json' };
import plan from './plan.json' with { type: 'json' };
import quality from './quality.json' with { type: 'json' };
import reports from './reports.json' with { type: 'json' };
import shared from './shared.json' with { type: 'json' };
import shell from './shell.json' with { type: 'json' };
import supervision from './supervision.json' with { type: 'json' };
import system from './system.json' with { type: 'json' };

export default {
  air,
  bulletins,
  devices,
  import: imports,
  indicators,
  inspections,
  ledgers,
  measure,
  notices,
  overview,
  plan,
  quality,
  reports,
  shared,
  shell,
  supervision,
  system,
};
