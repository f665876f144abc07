import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { HealthOverview } from '#app/api';
import { useFormat } from '../shared/format.ts';
import { HealthSign, healthWash } from './health-sign.tsx';
import { HEALTHS, KINDS, useKindName } from './names.ts';

/** How many devices are in each state; a press shows them. Below, the same by kind. */
export function Counts({ counts }: { counts: HealthOverview['counts'] }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const kindName = useKindName();
  const of = (health: string, kind?: string) =>
    counts.reduce((sum, c) => (c.health === health && (!kind || c.kind === kind) ? sum + c.n : sum), 0);
  const kinds = KINDS.filter((kind) => counts.some((c) => c.kind === kind));
  const shown = HEALTHS.filter((health) => of(health) > 0 || (health !== 'none' && health !== 'maintenance'));
  return (
    <>
      <nav className="device-counts" aria-label={t('devices.byHealth')}>
        {shown.map((health) => (
          <Link
            key={health}
            to="/devices"
            search={{ view: 'list', health }}
            className="device-count-chip"
            style={of(health) > 0 ? { background: healthWash(health) } : undefined}
          >
            <HealthSign health={health} size={16} />
            <strong>{number(of(health))}</strong>
          </Link>
        ))}
      </nav>
      <details className="device-kinds">
        <summary>{t('devices.byKind')}</summary>
        <table className="data-table">
          <thead>
            <tr>
              <th scope="col">{t('devices.kind')}</th>
              {shown.map((health) => (
                <th scope="col" key={health} className="number">
                  {t(`devices.health.${health}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {kinds.map((kind) => (
              <tr key={kind}>
                <th scope="row">
                  <Link to="/devices" search={{ view: 'list', kind }}>
                    {kindName(kind)}
                  </Link>
                </th>
                {shown.map((health) => (
                  <td key={health} className="number" data-label={t(`devices.health.${health}`)}>
                    {number(of(health, kind))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
