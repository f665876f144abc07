import { Button } from 'antd';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReviewField } from '#app/api';
import { useSentence } from '../../app/language.ts';
import { useFormat } from '../../shared/format.ts';
import type { DraftActs } from './acts.ts';
import { FieldEditor } from './editor.tsx';
import { fieldName, isCorrected, isOpen, standing } from './places.ts';
import { FieldValue } from './value.tsx';

type Props = {
  field: ReviewField;
  label: string;
  /** targets of the measure, to mark them in its wording */
  targets?: unknown;
  selected: boolean;
  act: DraftActs['mutate'];
  saving: boolean;
  onSelect: (path: string) => void;
};

/** One finding of the machine: what it is now, what is doubtful, what a person made of it; corrected and settled in place. */
export const Field = memo(function Field({ field, label, targets, selected, act, saving, onSelect }: Props) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { time } = useFormat();
  const [editing, setEditing] = useState(false);
  const open = isOpen(field);
  const corrected = isCorrected(field);
  const name = fieldName(field.path);
  const state = open ? 'open' : corrected ? 'corrected' : field.uncertain ? 'settled' : '';
  return (
    <div className={`review-field ${state} ${selected ? 'selected' : ''}`} data-path={field.path}>
      <button type="button" className="review-label" aria-pressed={selected} onClick={() => onSelect(field.path)}>
        {label}
        {open && <span className="unseen"> {t('import.review.uncertain')}</span>}
      </button>
      <div className="review-body">
        {editing ? (
          <FieldEditor
            name={name}
            value={standing(field)}
            label={label}
            saving={saving}
            onCancel={() => setEditing(false)}
            onSave={(value, reason) =>
              act({ kind: 'correct', path: field.path, value, reason }, { onSuccess: () => setEditing(false) })
            }
          />
        ) : (
          <div className="review-value">
            <FieldValue name={name} value={standing(field)} targets={targets} />
          </div>
        )}
        {open && <p className="review-doubt">{sentence(field.uncertain)}</p>}
        {corrected && (
          <div className="review-machine">
            <span>{t('import.review.machine')}</span> <FieldValue name={name} value={field.machine} />
          </div>
        )}
        {field.by && (
          <p className="review-by">
            {t(corrected ? 'import.review.correctedBy' : 'import.review.settledBy', {
              by: field.by,
              time: time(field.at),
            })}
            {field.reason && `：${field.reason}`}{' '}
            <Button type="link" size="small" onClick={() => act({ kind: 'undo', path: field.path })}>
              {t('import.review.undo')}
            </Button>
          </p>
        )}
      </div>
      {!editing && (
        <div className="review-acts">
          {open && (
            <Button size="small" type="primary" ghost onClick={() => act({ kind: 'settle', path: field.path })}>
              {t('import.review.settle')}
            </Button>
          )}
          <Button
            size="small"
            type="text"
            aria-label={t('import.review.editNamed', { name: label })}
            onClick={() => {
              onSelect(field.path);
              setEditing(true);
            }}
          >
            {t('import.review.edit')}
          </Button>
        </div>
      )}
    </div>
  );
});
