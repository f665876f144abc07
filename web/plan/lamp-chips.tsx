import { useTranslation } from 'react-i18next';
import type { Lamp as LampState } from '#app/api';
import { LAMPS, Lamp, lampColour, lampWash } from '../shared/lamp.tsx';

type Props = {
  counts: Record<LampState, number>;
  chosen: readonly LampState[];
  onChoose: (lamps: LampState[]) => void;
};

/** How many measures stand under each lamp; a press shows only them, a second press all again. */
export function LampChips({ counts, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  return (
    <fieldset className="plan-chips">
      <legend className="unseen">{t('plan.byLamp')}</legend>
      {LAMPS.map((lamp) => {
        const pressed = chosen.includes(lamp);
        return (
          <button
            type="button"
            key={lamp}
            aria-pressed={pressed}
            disabled={counts[lamp] === 0 && !pressed}
            className="plan-chip"
            style={pressed ? { borderColor: lampColour(lamp), background: lampWash(lamp) } : undefined}
            onClick={() => onChoose(pressed ? chosen.filter((l) => l !== lamp) : [...chosen, lamp])}
          >
            <Lamp lamp={lamp} />
            <strong>{counts[lamp]}</strong>
          </button>
        );
      })}
    </fieldset>
  );
}
