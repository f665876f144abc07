import { useTranslation } from 'react-i18next';
import type { NoticeView } from '#app/api';

/** A shape of its own for each urgency, with its word beside it. */
const SIGNS: Record<NoticeView['urgency'], { colour: string; shape: React.ReactNode }> = {
  late: { colour: 'var(--lamp-overdue)', shape: <path d="M8 .4 15.6 8 8 15.6.4 8z" fill="currentColor" /> },
  soon: { colour: 'var(--lamp-behind)', shape: <path d="M8 1.4 15.4 14.4H.6z" fill="currentColor" /> },
  info: {
    colour: 'var(--quiet)',
    shape: <circle cx="8" cy="8" r="5.6" fill="none" stroke="currentColor" strokeWidth="1.8" />,
  },
};

export function UrgencySign({ urgency }: { urgency: NoticeView['urgency'] }) {
  const { t } = useTranslation();
  const { colour, shape } = SIGNS[urgency];
  return (
    <span className="notice-urgency" style={{ color: colour }}>
      <svg viewBox="0 0 16 16" width={12} height={12} aria-hidden="true">
        {shape}
      </svg>
      {t(`notices.urgencies.${urgency}`)}
    </span>
  );
}
