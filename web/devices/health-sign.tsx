import { useTranslation } from 'react-i18next';
import type { HealthState } from '#app/api';

export type Health = HealthState | 'none';

/** Each state has a shape of its own, so that it is told without seeing colours. */
const SHAPES: Record<Health, React.ReactNode> = {
  online: <circle cx="8" cy="8" r="6" fill="currentColor" />,
  late: (
    <>
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.8" />
      <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />
    </>
  ),
  silent: (
    <>
      <rect x="2.5" y="2.5" width="11" height="11" fill="none" stroke="currentColor" strokeWidth="1.9" />
      <path d="M5 5l6 6M11 5l-6 6" stroke="currentColor" strokeWidth="1.7" />
    </>
  ),
  faulty: (
    <>
      <path d="M8 .8 15.6 14.6H.4z" fill="currentColor" />
      <path d="M8 5.4v4.6M8 11.3v1.6" stroke="var(--surface)" strokeWidth="1.7" />
    </>
  ),
  maintenance: (
    <>
      <rect x="1.8" y="1.8" width="12.4" height="12.4" rx="2" fill="currentColor" />
      <path d="M4.5 8h7M8 4.5v7" stroke="var(--surface)" strokeWidth="1.8" />
    </>
  ),
  probation: (
    <>
      <path d="M8 1 15 8 8 15 1 8z" fill="none" stroke="currentColor" strokeWidth="1.7" />
      <path d="M6.6 6.4a1.5 1.5 0 1 1 2 1.6q-.6.3-.6 1M8 10.6v1" stroke="currentColor" strokeWidth="1.4" fill="none" />
    </>
  ),
  none: <path d="M2.5 8h11" stroke="currentColor" strokeWidth="2" strokeDasharray="3 1.4" />,
};

const TONES: Record<Health, string> = {
  online: 'done',
  late: 'behind',
  silent: 'overdue',
  faulty: 'overdue',
  maintenance: 'on-track',
  probation: 'not-started',
  none: 'no-data',
};
export const healthColour = (health: Health) => `var(--lamp-${TONES[health]})`;
export const healthWash = (health: Health) => `var(--lamp-${TONES[health]}-wash)`;

/** How a device is: shape, colour and word. Without `text` the word is kept for the screen reader and the tooltip. */
export function HealthSign({ health, text = true, size = 14 }: { health: Health; text?: boolean; size?: number }) {
  const { t } = useTranslation();
  const name = t(`devices.health.${health}`);
  return (
    <span className="health-sign" style={{ color: healthColour(health) }} title={text ? undefined : name}>
      <svg viewBox="0 0 16 16" width={size} height={size} aria-hidden="true">
        {SHAPES[health]}
      </svg>
      <span className={text ? undefined : 'unseen'}>{name}</span>
    </span>
  );
}

/** Says that what is shown is made up. */
export function SimulatedTag({ simulated }: { simulated: boolean }) {
  const { t } = useTranslation();
  return simulated ? <span className="provenance">{t('devices.simulated')}</span> : null;
}
