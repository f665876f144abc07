import { useQuery } from '@tanstack/react-query';
import { Button, DatePicker, Input, InputNumber, Select } from 'antd';
import dayjs from 'dayjs';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Deadline, Target } from '#app/api';
import { useName } from '../../app/language.ts';
import { unitsQuery } from '../../app/queries.ts';
import { DEADLINE_KINDS } from '../../plan/filter.ts';
import { TargetEditor } from './target-editor.tsx';
import { asDeadline, asNames, asTargets, asText } from './values.ts';

type Props = {
  name: string;
  value: unknown;
  label: string;
  saving: boolean;
  onSave: (value: unknown, reason: string | undefined) => void;
  onCancel: () => void;
};

/** Corrects one field in place, with the means that fit it, and a reason if the person wants to leave one. */
export function FieldEditor({ name, value, label, saving, onSave, onCancel }: Props) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<unknown>(value);
  const [reason, setReason] = useState('');
  const known = new Set((useQuery(unitsQuery).data ?? []).map((u) => u.nameZh));
  const save = (event: FormEvent) => {
    event.preventDefault();
    const sent = UNIT_FIELDS.includes(name)
      ? asNames(draft).map((unit) => (known.has(unit) ? unit : { name: unit, asWritten: true }))
      : draft;
    onSave(sent, reason.trim() || undefined);
  };
  return (
    <form
      className="review-editor"
      aria-label={label}
      onSubmit={save}
      onKeyDown={(e) => e.key === 'Escape' && onCancel()}
    >
      <ByName name={name} value={draft} label={label} onChange={setDraft} />
      <div className="review-editor-acts">
        <Input
          placeholder={t('import.review.reason')}
          aria-label={t('import.review.reason')}
          value={reason}
          maxLength={1000}
          onChange={(e) => setReason(e.target.value)}
        />
        <Button type="primary" htmlType="submit" loading={saving}>
          {t('shared.save')}
        </Button>
        <Button onClick={onCancel}>{t('shared.cancel')}</Button>
      </div>
    </form>
  );
}

const UNIT_FIELDS = ['lead', 'support', 'coordinator'];
type One = { name: string; value: unknown; label: string; onChange: (value: unknown) => void };

function ByName({ name, value, label, onChange }: One) {
  if (name === 'deadline') return <DeadlineEditor value={asDeadline(value)} onChange={onChange} />;
  if (name === 'targets') return <TargetEditor value={asTargets(value)} onChange={(v: Target[]) => onChange(v)} />;
  if (UNIT_FIELDS.includes(name)) return <UnitsEditor value={asNames(value)} label={label} onChange={onChange} />;
  if (name === 'year' || name === 'no')
    return (
      <InputNumber
        autoFocus
        aria-label={label}
        value={value === null || value === '' ? null : Number(value)}
        min={1}
        max={2100}
        onChange={(v) => onChange(v)}
      />
    );
  return (
    <Input.TextArea
      autoFocus
      autoSize={{ minRows: 1, maxRows: 14 }}
      aria-label={label}
      value={asText(value)}
      onChange={(e) => onChange(e.target.value)}
    />
  );
}

/** Units from the directory; a name typed that is not in it is kept as written. */
function UnitsEditor({ value, label, onChange }: { value: string[]; label: string; onChange: (v: unknown) => void }) {
  const { t } = useTranslation();
  const name = useName();
  const units = useQuery(unitsQuery).data ?? [];
  return (
    <>
      <Select
        mode="tags"
        autoFocus
        aria-label={label}
        value={value}
        tokenSeparators={['、', '，', ',', '；']}
        optionFilterProp="label"
        options={units.map((unit) => ({
          value: unit.nameZh,
          label: [unit.nameZh, name(unit), ...unit.aliases.map((a) => a.alias)]
            .filter((part, i, all) => all.indexOf(part) === i)
            .join(' · '),
        }))}
        optionLabelProp="value"
        onChange={(names: string[]) => onChange(names)}
      />
      <p className="quiet">{t('import.review.unitsHint')}</p>
    </>
  );
}

function DeadlineEditor({ value, onChange }: { value: Deadline; onChange: (deadline: Deadline) => void }) {
  const { t } = useTranslation();
  const dated = value.kind === 'by_date' || value.kind === 'before_heating';
  return (
    <div className="review-deadline">
      <Input
        aria-label={t('import.deadline.raw')}
        value={value.raw}
        onChange={(e) => onChange({ ...value, raw: e.target.value })}
      />
      <Select
        aria-label={t('plan.deadline')}
        value={value.kind}
        popupMatchSelectWidth={false}
        options={DEADLINE_KINDS.map((kind) => ({ value: kind, label: t(`plan.deadlineKind.${kind}`) }))}
        onChange={(kind) => onChange({ ...value, kind })}
      />
      {dated && (
        <DatePicker
          aria-label={t('import.deadline.date')}
          value={value.date ? dayjs(value.date) : null}
          onChange={(day) => onChange({ ...value, date: day ? day.format('YYYY-MM-DD') : null })}
        />
      )}
      {value.kind === 'season' && (
        <Select
          mode="multiple"
          aria-label={t('import.deadline.months')}
          className="review-months"
          value={value.months ?? []}
          options={[...Array(12).keys()].map((i) => ({ value: i + 1, label: t('plan.due.months', { months: i + 1 }) }))}
          onChange={(months: number[]) => onChange({ ...value, months })}
        />
      )}
    </div>
  );
}
