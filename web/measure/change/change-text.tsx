import { useTranslation } from 'react-i18next';
import type { MeasureCore } from '#app/api';
import { useTargetWords } from '../target-words.ts';
import { textDiff } from './textDiff.ts';
import './change-text.css';

/** Two wordings as one: what fell away struck through, what came in underlined; both said to a screen reader. */
export function DiffText({ older, newer }: { older: string; newer: string }) {
  return (
    <span className="diff">
      {textDiff(older, newer).map((piece, i) => {
        const key = `${i}-${piece.kind}`;
        if (piece.kind === 'removed') return <del key={key}>{piece.text}</del>;
        if (piece.kind === 'added') return <ins key={key}>{piece.text}</ins>;
        return <span key={key}>{piece.text}</span>;
      })}
    </span>
  );
}

type Props = { older: MeasureCore | null; newer: MeasureCore | null; differs: readonly string[] };

/** What became of a measure: wording, deadline, duties, targets; whole where it is new or was dropped. */
export function ChangeText({ older, newer, differs }: Props) {
  const { t } = useTranslation();
  const say = useTargetWords();
  if (!older || !newer) {
    const only = older ?? newer;
    return <p className={older ? 'diff dropped' : 'diff'}>{only?.text}</p>;
  }
  const comma = t('shared.listComma');
  const duties = (measure: MeasureCore, role: 'lead' | 'support') =>
    measure.duties
      .filter((d) => (d.role === 'support') === (role === 'support'))
      .map((d) => d.name)
      .join(comma) || '——';
  const rows: [string, string, string][] = [];
  if (differs.includes('deadline')) rows.push([t('plan.column.deadline'), older.deadline.raw, newer.deadline.raw]);
  if (differs.includes('duties'))
    for (const role of ['lead', 'support'] as const)
      if (duties(older, role) !== duties(newer, role))
        rows.push([t(`plan.column.${role}`), duties(older, role), duties(newer, role)]);
  if (differs.includes('targets'))
    rows.push([
      t('measure.asked'),
      older.targets.map(say).join('；') || '——',
      newer.targets.map(say).join('；') || '——',
    ]);
  return (
    <>
      <p>{differs.includes('text') ? <DiffText older={older.text} newer={newer.text} /> : newer.text}</p>
      {rows.length > 0 && (
        <dl className="diff-rows">
          {rows.map(([name, before, after]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <DiffText older={before} newer={after} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
