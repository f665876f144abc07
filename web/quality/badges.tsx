import { useTranslation } from 'react-i18next';
import type { QualityMark } from '#app/api';

const SIGNS = { suspect: '▲', invalid: '✕', told: 'ⓘ' } as const;

/** Suspect, invalid or only told, by sign and word. */
export function StateBadge({ state }: { state: QualityMark['state'] }) {
  const { t } = useTranslation();
  return (
    <span className={`quality-state ${state}`}>
      <span aria-hidden>{SIGNS[state]}</span> {t(`quality.states.${state}`)}
    </span>
  );
}

const STAGES = { open: '○', provisional: '◐', audited: '●' } as const;

/** Where the review of a mark stands: open, provisional, audited; and what it says. */
export function ReviewBadge({ mark }: { mark: Pick<QualityMark, 'review' | 'audited' | 'state'> }) {
  const { t } = useTranslation();
  if (mark.state === 'told') return null;
  const stage = mark.review === 'open' ? 'open' : mark.audited ? 'audited' : 'provisional';
  return (
    <span className={`quality-review ${stage}`}>
      <span aria-hidden>{STAGES[stage]}</span>{' '}
      {mark.review === 'open'
        ? t('quality.stages.open')
        : t(`quality.stages.${stage}`, { verdict: t(`quality.verdicts.${mark.review}`) })}
    </span>
  );
}
