import { useTranslation } from 'react-i18next';
import type { MarkReview } from '#app/api';
import { useFormat } from '../shared/format.ts';

/** What persons have said of a mark, newest first. */
export function Reviews({ reviews }: { reviews: readonly MarkReview[] }) {
  const { t } = useTranslation();
  const { time } = useFormat();
  if (reviews.length === 0) return null;
  return (
    <section className="quality-reviews">
      <h3>{t('quality.history')}</h3>
      <ol>
        {reviews.map((one) => (
          <li key={one.id} className={one.state}>
            <p>
              <strong>{t(`quality.verdicts.${one.verdict}`)}</strong> · {t(`quality.reviewStates.${one.state}`)}
            </p>
            <p>{one.reason}</p>
            <p className="quiet">{t('quality.reviewedBy', { name: one.by, time: time(one.at) })}</p>
            {one.auditedBy && (
              <p className="quiet">
                {t(one.state === 'returned' ? 'quality.returnedBy' : 'quality.auditedBy', {
                  name: one.auditedBy,
                  time: time(one.auditedAt),
                  reason: one.auditReason,
                })}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
