import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { AirOverview, IndicatorState, Lamp as LampState, LivingTable } from '#app/api';
import { address } from '../app/api.ts';
import { useSentence } from '../app/language.ts';
import { Figure } from '../shared/figure.tsx';
import { useFormat } from '../shared/format.ts';
import { LAMPS, Lamp } from '../shared/lamp.tsx';
import { LoadingState } from '../shared/states.tsx';

type Props = {
  air: AirOverview | undefined;
  table: LivingTable | undefined;
  asOf: string | undefined;
  withPlan: boolean;
};

/** The measures by lamp, PM2.5 and heavy days against last year with what is still allowed. */
export function Headline({ air, table, withPlan }: Props) {
  const { t } = useTranslation();
  if (!air || (withPlan && !table))
    return (
      <div className="panel headline loading">
        <LoadingState rows={2} />
      </div>
    );
  return (
    <section className="panel headline" aria-label={t('overview.headline')}>
      {table && <Counts table={table} />}
      <AirFigures air={air} table={table} />
    </section>
  );
}

/** How many measures stand where; what is wrong first and large, the rest beside it. */
function Counts({ table }: { table: LivingTable }) {
  const { t } = useTranslation();
  const count = (lamp: LampState) => table.lamps[lamp] ?? 0;
  const total = Object.values(table.lamps).reduce((sum, n) => sum + n, 0);
  const known = total - count('no_data') - count('not_started');
  return (
    <div className="figure large">
      <div className="figure-label">{t('overview.ofMeasures', { count: total })}</div>
      <div className="headline-lamps">
        {LAMPS.map((lamp) => (
          <Link key={lamp} to="/plan" search={{ lamp }} className={count(lamp) ? undefined : 'zero'}>
            <Lamp lamp={lamp} /> <strong>{count(lamp)}</strong>
            <span className="unseen">{t('overview.measures', { count: count(lamp) })}</span>
          </Link>
        ))}
      </div>
      <div className="figure-note">{t('overview.known', { count: known })}</div>
    </div>
  );
}

function AirFigures({ air, table }: { air: AirOverview; table: LivingTable | undefined }) {
  const { t } = useTranslation();
  const { number, date } = useFormat();
  const sentence = useSentence();
  const whole = air.scopes.find(({ scope }) => scope.kind === 'district');
  const year = whole?.yearToDate;
  const [pm25, heavy] = indicatorsOf(table);
  const scope = `${whole?.scope.kind}:${whole?.scope.code}`;
  const evidence = (statistic: string) =>
    year ? address('/air', { evidence: statistic, scope, from: year.now.from, until: year.now.until }) : undefined;
  const lastYear = (value: string | number | null | undefined) =>
    year?.before ? t('overview.lastYear', { value: number(value) }) : t('overview.noLastYear');
  const note = (last: string, indicator: IndicatorState | undefined) => (
    <>
      {last}
      {indicator?.allowance && <div>{sentence(indicator.allowance.text)}</div>}
    </>
  );
  const days = year && t('overview.validDays', { count: year.now.validDays.PM25?.days ?? year.now.days.valid });
  const more = year?.before ? year.now.days.heavy - year.before.days.heavy : null;
  return (
    <>
      <Figure
        label={`${t('overview.pm25')} · ${year ? t('overview.until', { date: date(year.now.until) }) : ''}`}
        value={year?.now.statistics.PM25_mean}
        unit="µg/m³"
        change={year?.change.PM25_mean}
        better="lower"
        href={evidence('PM25_mean')}
        note={note([lastYear(year?.before?.statistics.PM25_mean), days].filter(Boolean).join(' · '), pm25)}
      />
      <Figure
        label={t('overview.heavy')}
        value={year?.now.days.heavy}
        unit={t('overview.days')}
        change={more === null ? null : String(more)}
        changeUnit={t('overview.daysShort')}
        better="lower"
        href={evidence('heavy_days')}
        note={note(lastYear(year?.before?.days.heavy), heavy)}
      />
    </>
  );
}

/** the district's own states of the plan's two air targets, for what is still allowed this year */
function indicatorsOf(table: LivingTable | undefined): [IndicatorState | undefined, IndicatorState | undefined] {
  const all = table?.chapters.flatMap(({ tasks }) => tasks.flatMap(({ measures }) => measures)) ?? [];
  const states = all.flatMap(({ indicators }) => indicators).filter(({ scope }) => scope.kind === 'district');
  return [states.find(({ id }) => id === 'air.pm25-mean'), states.find(({ id }) => id === 'air.heavy-days')];
}
