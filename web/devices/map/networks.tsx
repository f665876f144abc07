import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format.ts';
import { Panel } from '../../shared/page.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../shared/states.tsx';
import { useKindName, useStreetName } from '../names.ts';
import { networksQuery } from '../queries.ts';
import '../../shared/data-table.css';

/** Each street's network: how many devices, how many work, how complete their hours are. */
export function Networks({ kind }: { kind: string | undefined }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const [kindName, street] = [useKindName(), useStreetName()];
  const { data, error, refetch } = useQuery(networksQuery);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} compact />;
  if (!data) return <LoadingState rows={8} />;
  const kinds = [...new Set(data.map((network) => network.kind))];
  const chosen = kind && kinds.includes(kind) ? kind : (kinds.find((one) => one === 'micro-station') ?? kinds[0] ?? '');
  const shown = data.filter((network) => network.kind === chosen);
  const share = (value: number | null) => (value === null ? '—' : `${number(value * 100, { digits: 1 })}%`);
  return (
    <Panel flush title={t('devices.networks.title')} aside={kindName(chosen)}>
      {shown.length === 0 ? (
        <EmptyState compact title={t('devices.networks.none')} />
      ) : (
        <table className="data-table">
          <caption className="unseen">{t('devices.networks.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('devices.street')}</th>
              <th scope="col" className="number">
                {t('devices.networks.working')}
              </th>
              <th scope="col" className="number">
                {t('devices.networks.day')}
              </th>
              <th scope="col" className="number">
                {t('devices.networks.month')}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((network) => (
              <tr key={network.streetCode}>
                <th scope="row">
                  <Link to="/devices" search={{ view: 'list', street: network.streetCode, kind: network.kind }}>
                    {street(network.streetCode)}
                  </Link>
                </th>
                <td data-label={t('devices.networks.working')} className="number">
                  {network.devices === 0 ? (
                    <span className="quiet">{t('devices.networks.noDevice')}</span>
                  ) : (
                    `${network.working}/${network.devices}`
                  )}
                </td>
                <td data-label={t('devices.networks.day')} className="number">
                  {share(network.dayShare)}
                </td>
                <td data-label={t('devices.networks.month')} className="number">
                  {share(network.monthShare)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
