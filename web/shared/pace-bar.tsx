import { useTranslation } from 'react-i18next';
import type { Lamp } from '#app/api';
import { useFormat } from './format.ts';
import { lampColour } from './lamp.tsx';
import './lamp.css';

const within = (part: number) => Math.min(1, Math.max(0, part));

/** How far along (filled) against how far it should be (mark), both 0…1; draws nothing where a measure has no countable pace. */
export function PaceBar({ pace, lamp }: { pace: { actual: number; expected: number } | null; lamp: Lamp }) {
  const { t } = useTranslation();
  const { percent } = useFormat();
  if (!pace) return null;
  const label = t('shared.pace.label', {
    actual: percent(pace.actual * 100, { digits: 0 }),
    expected: percent(pace.expected * 100, { digits: 0 }),
  });
  return (
    <span className="pace" role="img" aria-label={label} title={label}>
      <span className="pace-done" style={{ width: `${within(pace.actual) * 100}%`, background: lampColour(lamp) }} />
      <span className="pace-expected" style={{ left: `${within(pace.expected) * 100}%` }} />
    </span>
  );
}
