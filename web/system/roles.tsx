import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { RoleTable } from '#app/api';
import { get } from '../app/api.ts';
import { useSentence } from '../app/language.ts';
import { Panel } from '../shared/page.tsx';
import { ErrorState, LoadingState } from '../shared/states.tsx';

export const rolesQuery = queryOptions({
  queryKey: ['roles'],
  queryFn: ({ signal }) => get<RoleTable>('/api/roles', {}, signal),
  staleTime: Number.POSITIVE_INFINITY,
});

/** Who may do what: actions down, roles across, the scope in each cell. The table is the program's own. */
export default function Roles() {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { data, error, refetch } = useQuery(rolesQuery);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState rows={12} />;
  const scopeOf = (role: string, action: string) =>
    (['all', 'own_unit', 'own_street'] as const).find((scope) =>
      data.rows.some((row) => row.role === role && row.action === action && row.scope === scope),
    );
  return (
    <Panel flush title={t('system.roles.title')} aside={t('system.roles.source')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard */}
      <section className="system-matrix" tabIndex={0} aria-label={t('system.roles.title')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('system.roles.action')}</th>
              {data.roles.map((role) => (
                <th scope="col" key={role.id}>
                  {sentence(role.title)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.actions.map((action) => (
              <tr key={action.id}>
                <th scope="row">
                  {sentence(action.title)}
                  <code>{action.id}</code>
                </th>
                {data.roles.map((role) => {
                  const scope = scopeOf(role.id, action.id);
                  return (
                    <td key={role.id} className={scope ?? 'none'}>
                      {scope ? (
                        t(`system.roles.scopes.${scope}`)
                      ) : (
                        <span className="unseen">{t('system.roles.no')}</span>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Panel>
  );
}
