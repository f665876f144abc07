import { useTranslation } from 'react-i18next';
import type { Lamp as LampState } from '#app/api';
import './lamp.css';

/** In the order in which a leader asks: what is wrong first. */
export const LAMPS = ['overdue', 'behind', 'no_data', 'not_started', 'on_track', 'done'] as const satisfies LampState[];

/** `--lamp-on-track` and its like, for what colours itself by a lamp */
export const lampColour = (lamp: LampState) => `var(--lamp-${lamp.replaceAll('_', '-')})`;
export const lampWash = (lamp: LampState) => `var(--lamp-${lamp.replaceAll('_', '-')}-wash)`;

/** Each state has a shape of its own, so that it is told without seeing colours. */
const SHAPES: Record<LampState, React.ReactNode> = {
  done: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="M4.6 8.3 7 10.6l4.4-4.8" fill="none" stroke="var(--surface)" strokeWidth="1.8" />
    </>
  ),
  on_track: <circle cx="8" cy="8" r="6" fill="currentColor" />,
  behind: <path d="M8 1.4 15.4 14.4H.6z" fill="currentColor" />,
  overdue: (
    <>
      <path d="M8 .4 15.6 8 8 15.6.4 8z" fill="currentColor" />
      <path d="M8 4.4v4.2M8 10.2v1.6" stroke="var(--surface)" strokeWidth="1.7" />
    </>
  ),
  not_started: <circle cx="8" cy="8" r="5.6" fill="none" stroke="currentColor" strokeWidth="1.8" />,
  no_data: <path d="M2.5 8h11" stroke="currentColor" strokeWidth="2" strokeDasharray="3 1.4" />,
};

/** A measure's lamp: shape, colour and word. Without `text` the word is kept for the screen reader and the tooltip. */
export function Lamp({ lamp, text = true, size = 14 }: { lamp: LampState; text?: boolean; size?: number }) {
  const { t } = useTranslation();
  const name = t(`shared.lamp.${lamp}`);
  return (
    <span className="lamp" style={{ color: lampColour(lamp) }} title={text ? undefined : name}>
      <svg viewBox="0 0 16 16" width={size} height={size} aria-hidden="true">
        {SHAPES[lamp]}
      </svg>
      <span className={text ? undefined : 'unseen'}>{name}</span>
    </span>
  );
}
