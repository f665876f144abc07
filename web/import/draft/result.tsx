import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Draft, ReviewField } from '#app/api';
import type { DraftActs } from './acts.ts';
import { Field } from './field.tsx';
import { MeasureMenu } from './measure-menu.tsx';
import { type DraftMeasure, fieldName, isOpen, standing } from './places.ts';

type Props = {
  draft: Draft;
  at: string | undefined;
  onlyOpen: boolean;
  act: DraftActs['mutate'];
  saving: boolean;
  onSelect: (path: string) => void;
};

/** What was made of the document: chapters, tasks, measures with their fields. */
export function Result({ draft, at, onlyOpen, act, saving, onSelect }: Props) {
  const { t } = useTranslation();
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const field = at ? box.current?.querySelector<HTMLElement>(`[data-path="${CSS.escape(at)}"]`) : null;
    if (!field || !box.current) return;
    const frame = box.current.getBoundingClientRect();
    const { top, bottom, height } = field.getBoundingClientRect();
    // only this box moves: scrollIntoView would move the page with it
    if (top < frame.top + 40 || bottom > frame.bottom)
      box.current.scrollTo({ top: box.current.scrollTop + top - frame.top - (frame.height - height) / 2 });
  }, [at]);
  const heads = new Map(draft.fields.map((f) => [f.path, f]));
  const head = (path: string, label: string) => {
    const field = heads.get(path);
    if (!field || (onlyOpen && !isOpen(field) && path !== at)) return null;
    return (
      <Field
        field={field}
        label={label}
        selected={path === at}
        act={act}
        saving={saving && path === at}
        onSelect={onSelect}
      />
    );
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reachable by keyboard
    <section className="review-result" ref={box} aria-label={t('import.review.result')} tabIndex={0}>
      {head('title', t('import.field.planTitle'))}
      {head('year', t('import.field.year'))}
      {draft.chapters.map((chapter) => (
        <div key={chapter.key} className="review-chapter">
          {!onlyOpen && <h2>{chapter.title}</h2>}
          {head(`chapters/${chapter.key}/title`, t('import.field.chapter', { no: chapter.no }))}
          {chapter.tasks.map((task) => (
            <div key={task.key} className="review-task">
              {head(`tasks/${task.key}/no`, t('import.field.taskNo'))}
              {head(`tasks/${task.key}/title`, t('import.field.task', { no: task.no }))}
              {task.measures.map((measure, i) => (
                <Measure
                  key={measure.key}
                  measure={measure}
                  taskKey={task.key}
                  before={task.measures[i - 1]?.key ?? null}
                  selectedPath={at?.startsWith(`measures/${measure.key}/`) ? at : undefined}
                  onlyOpen={onlyOpen}
                  act={act}
                  saving={saving}
                  onSelect={onSelect}
                />
              ))}
            </div>
          ))}
        </div>
      ))}
    </section>
  );
}

type MeasureProps = Omit<Props, 'draft' | 'at'> & {
  measure: DraftMeasure;
  taskKey: string;
  before: string | null;
  selectedPath: string | undefined;
};

const Measure = memo(function Measure(props: MeasureProps) {
  const { measure, taskKey, before, selectedPath, onlyOpen, act, saving, onSelect } = props;
  const { t } = useTranslation();
  const targets = measure.fields.find((f) => fieldName(f.path) === 'targets');
  const shown = (field: ReviewField) => {
    if (onlyOpen) return isOpen(field) || field.path === selectedPath;
    return fieldName(field.path) !== 'coordinator' || field.uncertain !== null || String(standing(field)) !== '';
  };
  const fields = measure.fields.filter(shown);
  if (fields.length === 0) return null;
  return (
    <article className="review-measure" aria-label={t('measure.title', { id: measure.id })}>
      <div className="review-measure-head">
        <strong>{measure.id}</strong>
        {measure.uncertain > 0 && (
          <span className="review-count">{t('import.review.openCount', { count: measure.uncertain })}</span>
        )}
        <MeasureMenu measure={measure} taskKey={taskKey} before={before} act={act} />
      </div>
      {fields.map((field) => (
        <Field
          key={field.path}
          field={field}
          label={t(`import.field.${fieldName(field.path)}`)}
          targets={fieldName(field.path) === 'text' && targets ? standing(targets) : undefined}
          selected={field.path === selectedPath}
          act={act}
          saving={saving && field.path === selectedPath}
          onSelect={onSelect}
        />
      ))}
    </article>
  );
});
