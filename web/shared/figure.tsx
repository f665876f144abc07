import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Provenance } from '#app/api';
import { useFormat } from './format.ts';
import { ProvenanceTag } from './provenance-tag.tsx';
import './figure.css';

type Props = {
  label: ReactNode;
  /** a printed decimal string; null is no data, which is not zero */
  value: string | number | null | undefined;
  unit?: string;
  /** against last year: signed, already printed; `%` unless `changeUnit` says otherwise */
  change?: string | null;
  changeUnit?: string;
  /** which direction is good; colours the change */
  better?: 'lower' | 'higher';
  /** the records behind the figure */
  href?: string;
  /** a further line: target, allowance, completeness */
  note?: ReactNode;
  provenance?: Provenance[];
  size?: 'large' | 'small';
};

/** One figure as it was printed, with its unit, its change, and the way to the records behind it. */
export function Figure(props: Props) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const none = props.value === null || props.value === undefined;
  const shown = none ? t('shared.figure.noData') : number(props.value);
  return (
    <div className={`figure ${props.size ?? 'large'}`}>
      <div className="figure-label">{props.label}</div>
      <div className="figure-line">
        <span className={none ? 'figure-value none' : 'figure-value'}>
          {props.href && !none ? (
            <Link to={props.href as '/'} title={t('shared.figure.evidence')}>
              {shown}
            </Link>
          ) : (
            shown
          )}
        </span>
        {props.unit && !none && <span className="figure-unit">{props.unit}</span>}
        <Change change={props.change} unit={props.changeUnit} better={props.better} />
      </div>
      {props.note && <div className="figure-note">{props.note}</div>}
      <ProvenanceTag provenance={props.provenance} />
    </div>
  );
}

/** ↑ 3.2% — with the words 上升, 下降, 持平 for whom does not see the arrow. */
export function Change(props: { change?: string | null; unit?: string; better?: 'lower' | 'higher' }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  if (props.change === null || props.change === undefined) return null;
  const value = Number(props.change);
  const size = `${number(props.change.replace(/^[-+−]/, ''))}${props.unit ?? '%'}`;
  const good = props.better && value !== 0 ? value < 0 === (props.better === 'lower') : null;
  const tone = good === null ? '' : good ? 'good' : 'bad';
  return (
    <span className={`change ${tone}`}>
      <span aria-hidden>{value > 0 ? `↑ ${size}` : value < 0 ? `↓ ${size}` : t('shared.figure.same')}</span>
      <span className="unseen">
        {value > 0
          ? t('shared.figure.up', { change: size })
          : value < 0
            ? t('shared.figure.down', { change: size })
            : t('shared.figure.same')}
      </span>
    </span>
  );
}
