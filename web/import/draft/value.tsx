import { useTranslation } from 'react-i18next';
import type { Deadline } from '#app/api';
import { MeasureText } from '../../measure/measure-text.tsx';
import { useTargetWords } from '../../measure/target-words.ts';
import { monthRanges } from '../../plan/status.tsx';
import { useFormat } from '../../shared/format.ts';
import { asDeadline, asNames, asTargets, asText } from './values.ts';

/** A deadline as one line: what is written, what it means. */
export function useDeadlineWords(): (deadline: Deadline) => string {
  const { t } = useTranslation();
  const { date } = useFormat();
  return ({ kind, raw, date: day, months }) =>
    [
      raw || '——',
      raw === t(`plan.deadlineKind.${kind}`) ? null : t(`plan.deadlineKind.${kind}`),
      day ? date(day) : null,
      months?.length ? t('plan.due.months', { months: monthRanges(months).join(t('shared.listComma')) }) : null,
    ]
      .filter(Boolean)
      .join(' · ');
}

/** The value of a field as a person reads it. */
export function FieldValue({ name, value, targets }: { name: string; value: unknown; targets?: unknown }) {
  const { t } = useTranslation();
  const say = useTargetWords();
  const deadline = useDeadlineWords();
  const none = <span className="quiet">{t('import.review.none')}</span>;
  switch (name) {
    case 'deadline':
      return deadline(asDeadline(value));
    case 'lead':
    case 'support':
    case 'coordinator':
      return asNames(value).length === 0 ? none : asNames(value).join(t('shared.listComma'));
    case 'targets':
      return asTargets(value).length === 0 ? (
        none
      ) : (
        <ul className="review-targets">
          {asTargets(value).map((target) => (
            <li key={target.no}>{say(target)}</li>
          ))}
        </ul>
      );
    default:
      return asText(value) === '' ? none : <MeasureText text={asText(value)} targets={asTargets(targets)} />;
  }
}
