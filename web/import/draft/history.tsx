import { Button, Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Draft, ReviewAct } from '#app/api';
import { useFormat } from '../../shared/format.ts';
import { EmptyState } from '../../shared/states.tsx';
import type { DraftActs } from './acts.ts';
import { fieldName } from './places.ts';
import { FieldValue } from './value.tsx';

type Props = { draft: Draft; open: boolean; act: DraftActs['mutate']; onClose: () => void };

/** Everything that reviewers did, newest first; what was undone stays readable. */
export function History({ draft, open, act, onClose }: Props) {
  const { t } = useTranslation();
  const { time } = useFormat();
  return (
    <Drawer open={open} onClose={onClose} size={560} title={t('import.history.title')}>
      {draft.acts.length === 0 && <EmptyState compact title={t('import.history.none')} />}
      <ol className="review-history">
        {[...draft.acts].reverse().map((done) => (
          <li key={done.id} className={done.undone ? 'undone' : undefined}>
            <div className="review-history-head">
              <strong>
                <ActName act={done} />
              </strong>
              <span className="quiet">
                {done.by ?? '—'} · {time(done.at)}
              </span>
              {done.undone ? (
                <span className="quiet">{t('import.history.undone')}</span>
              ) : (
                <Button
                  type="link"
                  size="small"
                  onClick={() =>
                    act({ kind: 'undo', path: done.kind === 'structure' ? `structure/${done.id}` : done.path })
                  }
                >
                  {t('import.review.undo')}
                </Button>
              )}
            </div>
            {done.kind === 'value' && (
              <div className="review-history-values">
                <FieldValue name={fieldName(done.path)} value={done.machine} />
                <span aria-hidden>→</span>
                <FieldValue name={fieldName(done.path)} value={done.corrected} />
              </div>
            )}
            {done.reason && <p className="quiet">{done.reason}</p>}
          </li>
        ))}
      </ol>
    </Drawer>
  );
}

const OPERATIONS = ['add', 'remove', 'split', 'merge', 'move', 'add_task', 'add_chapter'] as const;

function ActName({ act }: { act: ReviewAct }) {
  const { t } = useTranslation();
  if (act.kind === 'structure') {
    const given = act.corrected as { op?: string; measure?: string } | null;
    const op = OPERATIONS.find((o) => o === given?.op);
    return `${op ? t(`import.history.structure.${op}`) : ''} ${given?.measure ?? ''}`;
  }
  const [, key] = act.path.split('/');
  const place = `${key && act.path.includes('/') ? `${key} ` : ''}${t(`import.field.${act.path === 'title' ? 'planTitle' : fieldName(act.path)}`)}`;
  return t(act.kind === 'settled' ? 'import.history.settled' : 'import.history.corrected', { place });
}
