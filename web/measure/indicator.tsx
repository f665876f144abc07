import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { IndicatorState, MeasureDetail } from '#app/api';
import { useSentence } from '../app/language.ts';
import { Figure } from '../shared/figure.tsx';
import { useFormat } from '../shared/format.ts';
import { Lamp } from '../shared/lamp.tsx';
import { Panel } from '../shared/page.tsx';
import { ProvenanceTag } from '../shared/provenance-tag.tsx';
import { PaceChart } from './pace-chart.tsx';
import { opensHere } from './queries.ts';

type Props = {
  indicator: IndicatorState;
  series: MeasureDetail['series'][number] | undefined;
  year: number;
  onEvidence: (id: string) => void;
};

/** One indicator of the measure: where it stands, against last year and the target, what may still come, and its course. */
export function Indicator({ indicator, series, year, onEvidence }: Props) {
  const points = series?.points ?? [];
  const forecast = series?.forecast;
  const { t } = useTranslation();
  const sentence = useSentence();
  const { date, time } = useFormat();
  const { allowance, evidence, target } = indicator;
  const unit = sentence(indicator.shownUnit);
  const said = t(evidence.excluded > 0 ? 'measure.evidence.open' : 'measure.evidence.openAll', {
    used: evidence.count,
    excluded: evidence.excluded,
    what: sentence(evidence.counts),
  });
  const counted = indicator.change === null && indicator.difference !== null;
  return (
    <Panel
      title={
        <>
          <Link
            to="/indicators/$id"
            params={{ id: indicator.id }}
            search={{ asOf: indicator.asOf, scope: `${indicator.scope.kind}:${indicator.scope.code}` }}
          >
            {sentence(indicator.title)}
          </Link>{' '}
          <span className="quiet measure-scope">{sentence(indicator.scope.name)}</span>
        </>
      }
      aside={<Lamp lamp={indicator.judgement} />}
      className="measure-indicator"
    >
      <p className="measure-why">{sentence(indicator.why)}</p>
      <div className="measure-figures">
        <Figure
          label={t('measure.now', { date: date(indicator.asOf) })}
          value={indicator.value}
          unit={unit}
          change={counted ? indicator.difference : indicator.change}
          changeUnit={counted ? ` ${unit}` : undefined}
          better={indicator.better}
        />
        {(indicator.lastYear !== null ||
          indicator.target?.operator === 'decrease' ||
          indicator.target?.operator === 'increase') && (
          <Figure label={t('measure.lastYear')} value={indicator.lastYear} unit={unit} size="small" />
        )}
        {target && (
          <div className="figure small">
            <div className="figure-label">{t('measure.target.label')}</div>
            <div className="measure-words">{sentence(target.text)}</div>
            {target.letter && <div className="figure-note">{target.letter}</div>}
          </div>
        )}
        {target?.expected && (
          <Figure label={t('measure.expected')} value={target.expected.replace(/\.0+$/, '')} unit={unit} size="small" />
        )}
        {forecast && (
          <Figure
            label={t('measure.forecast', { date: date(forecast.due) })}
            value={forecast.mid}
            unit={unit}
            note={t('measure.forecastRange', {
              low: forecast.low,
              high: forecast.high,
              basis: sentence(forecast.basis),
            })}
            size="small"
          />
        )}
        {allowance && (
          <Figure
            label={t('measure.allowance', { count: allowance.days })}
            value={allowance.value}
            unit={unit}
            note={sentence(allowance.text)}
            size="small"
          />
        )}
      </div>
      {points.length > 0 && <PaceChart indicator={indicator} points={points} year={year} />}
      <div className="measure-source quiet">
        {indicator.edition && (
          <span>{t('measure.edition', { edition: t(`shared.ruleBook.${indicator.edition}`, indicator.edition) })}</span>
        )}
        {indicator.computedAt && <span>{t('measure.computed', { time: time(indicator.computedAt) })}</span>}
        <ProvenanceTag provenance={indicator.provenance} />
        {opensHere(evidence.href) ? (
          <Button type="link" size="small" onClick={() => onEvidence(indicator.id)}>
            {said}
          </Button>
        ) : (
          <Link to={evidence.href as '/'}>{said}</Link>
        )}
      </div>
    </Panel>
  );
}
