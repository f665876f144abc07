import { useTranslation } from 'react-i18next';
import './bulletins.css';

const SIGNS = { draft: '○', issued: '●', corrected: '◐', due: '▲', running: '…' } as const;

/** Where a bulletin stands, by sign and word. */
export function StateTag({ state }: { state: keyof typeof SIGNS }) {
  const { t } = useTranslation();
  return (
    <span className={`bulletin-state ${state}`}>
      <span aria-hidden>{SIGNS[state]}</span> {t(`bulletins.states.${state}`)}
    </span>
  );
}
