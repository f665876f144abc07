import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { LivingTable, MeasureRow } from '#app/api';
import { MeasureText } from '../../measure/measure-text.tsx';
import { Lamp } from '../../shared/lamp.tsx';
import { PaceBar } from '../../shared/pace-bar.tsx';
import { Duties } from '../duties.tsx';
import { useDue } from '../status.tsx';
import './cards.css';

type Props = {
  year: number;
  chapters: LivingTable['chapters'];
  words: readonly string[];
  keep: { version?: string; asOf?: string };
  onUnit: (unit: string) => void;
};

/** The same table for a telephone: chapter → task → one card a measure. */
export function PlanCards({ year, chapters, words, keep, onUnit }: Props) {
  return chapters.map((chapter) => (
    <section key={chapter.no} className="plan-cards" aria-label={chapter.title}>
      <h2 className="plan-cards-chapter">{chapter.title}</h2>
      {chapter.tasks.map((task) => (
        <div key={task.no}>
          <h3 className="plan-cards-task">
            {task.no}. <MeasureText text={task.title} words={words} />
          </h3>
          {task.measures.map((measure) => (
            <Card key={measure.id} year={year} measure={measure} words={words} keep={keep} onUnit={onUnit} />
          ))}
        </div>
      ))}
    </section>
  ));
}

function Card({ year, measure, words, keep, onUnit }: Omit<Props, 'chapters'> & { measure: MeasureRow }) {
  const { t } = useTranslation();
  const due = useDue()(measure);
  return (
    <article className="panel plan-card">
      <div className="plan-card-head">
        <Lamp lamp={measure.lamp} />
        <span className={due.past && measure.lamp !== 'done' ? 'plan-due past' : 'plan-due'}>
          {due.date}
          {due.left && measure.lamp !== 'done' && <span className="plan-card-left"> · {due.left}</span>}
        </span>
      </div>
      <PaceBar pace={measure.pace} lamp={measure.lamp} />
      <p className="plan-card-text">
        <MeasureText text={measure.text} targets={measure.targets} words={words} />
      </p>
      <dl className="plan-card-units">
        <dt>{t('plan.column.deadline')}</dt>
        <dd>{measure.deadline.raw || '——'}</dd>
        <dt>{t('plan.column.lead')}</dt>
        <dd>
          <Duties duties={measure.duties} side="lead" words={words} onUnit={onUnit} />
        </dd>
        <dt>{t('plan.column.support')}</dt>
        <dd>
          <Duties duties={measure.duties} side="support" words={words} onUnit={onUnit} />
        </dd>
      </dl>
      <Link
        to="/plan/$year/measures/$id"
        params={{ year: String(year), id: measure.id }}
        search={keep}
        className="plan-card-open"
      >
        {t('plan.open', { id: measure.id })} ›
      </Link>
    </article>
  );
}
