import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Unit } from '#app/api';
import { useName } from '../app/language.ts';
import { unitsQuery } from '../app/queries.ts';
import { useFormat } from '../shared/format.ts';
import { Panel } from '../shared/page.tsx';
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx';
import { useUrlState } from '../shared/use-url-state.ts';
import '../shared/data-table.css';

/** The directory of units: kinds, aliases with the scope in which they hold, dated members of the collective ones. */
export default function Units() {
  const { t } = useTranslation();
  const [q, setQ] = useUrlState('q', '');
  const { data, error, refetch } = useQuery(unitsQuery);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState rows={12} />;
  const found = data.filter((unit) => matches(unit, q));
  return (
    <Panel flush title={t('system.units.count', { count: data.length })} aside={t('system.units.source')}>
      <div className="system-filter">
        <Input.Search
          allowClear
          defaultValue={q}
          placeholder={t('system.units.search')}
          aria-label={t('system.units.search')}
          onChange={(event) => setQ(event.target.value || undefined)}
        />
      </div>
      {found.length === 0 ? (
        <EmptyState compact title={t('system.units.none')} />
      ) : (
        <table className="data-table">
          <caption className="unseen">{t('system.tabs.units')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('system.units.name')}</th>
              <th scope="col">{t('system.units.kind')}</th>
              <th scope="col">{t('system.units.aliases')}</th>
              <th scope="col">{t('system.units.members')}</th>
              <th scope="col">
                <span className="unseen">{t('system.units.measures')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {found.map((unit) => (
              <Row key={unit.id} unit={unit} all={data} />
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

const matches = ({ nameZh, nameEn, id, aliases }: Unit, q: string) =>
  !q ||
  [nameZh, nameEn, id, ...aliases.map(({ alias }) => alias)].some((s) => s.toLowerCase().includes(q.toLowerCase()));

function Row({ unit, all }: { unit: Unit; all: Unit[] }) {
  const { t } = useTranslation();
  const name = useName();
  const { date } = useFormat();
  const nameOf = (id: string) => {
    const found = all.find((other) => other.id === id);
    return found ? name(found) : id;
  };
  return (
    <tr>
      <th scope="row">{name(unit)}</th>
      <td data-label={t('system.units.kind')}>{t(`system.units.kinds.${unit.kind}`, unit.kind)}</td>
      <td data-label={unit.aliases.length ? t('system.units.aliases') : undefined}>
        {unit.aliases.length > 0 && (
          <ul className="system-list">
            {[...new Set(unit.aliases.map(({ alias }) => alias))].map((alias) => {
              const scoped = unit.aliases.filter((a) => a.alias === alias && a.scope);
              const scopes = scoped.map(({ scope }) => scopeText(scope!, t)).join(t('shared.listComma'));
              const note = scoped.find((a) => a.note)?.note ?? undefined;
              return (
                <li key={alias} title={note}>
                  {alias}
                  {scopes && <span className="quiet"> {t('system.units.only', { scopes })}</span>}
                </li>
              );
            })}
          </ul>
        )}
      </td>
      <td data-label={unit.members.length ? t('system.units.members') : undefined}>
        {unit.members.length > 0 && (
          <details>
            <summary>{t('system.units.memberCount', { count: unit.members.length })}</summary>
            <ul className="system-list">
              {unit.members.map((member) => (
                <li key={`${member.unitId} ${member.from}`}>
                  {nameOf(member.unitId)}
                  <span className="quiet">
                    {' '}
                    {t('system.units.since', { from: date(member.from) })}
                    {member.until && ` – ${date(member.until)}`}
                  </span>
                </li>
              ))}
            </ul>
          </details>
        )}
      </td>
      <td className="acts">
        {unit.kind !== 'in_text_only' && (
          <Link to="/plan" search={{ unit: unit.id }}>
            {t('system.units.measures')}
          </Link>
        )}
      </td>
    </tr>
  );
}

/** `measure 14.1`, `task 11`, `document`, `text-only` */
function scopeText(scope: string, t: (key: string, options?: Record<string, string>) => string): string {
  const [kind = '', at = ''] = scope.split(' ');
  return t(`system.units.scopes.${kind}`, { at, defaultValue: scope });
}
