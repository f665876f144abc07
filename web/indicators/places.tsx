import { useTranslation } from 'react-i18next';
import type { IndicatorDetail } from '#app/api';
import { useSentence } from '../app/language.ts';
import { useFormat } from '../shared/format.ts';
import { Panel } from '../shared/page.tsx';
import { useUrlValues } from '../shared/use-url-state.ts';
import '../shared/data-table.css';

type Place = IndicatorDetail['places'][number];
const amount = ({ standing: { value } }: Place) => (value === null ? null : Number(value));

/** The figure of every street and unit, worst first, as bars; choosing one shows its course and rows. */
export function Places({ detail }: { detail: IndicatorDetail }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { number } = useFormat();
  const [{ scope }, set] = useUrlValues();
  const worstFirst = (a: Place, b: Place) => {
    const [x, y] = [amount(a), amount(b)];
    if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1;
    return detail.better === 'higher' ? x - y : y - x;
  };
  const most = Math.max(...detail.places.map((place) => Math.abs(amount(place) ?? 0)), 0);
  return (
    <>
      {(['street', 'unit'] as const).map((kind) => {
        const places = detail.places.filter((place) => place.kind === kind).sort(worstFirst);
        if (places.length === 0) return null;
        return (
          <Panel
            key={kind}
            flush
            title={t(`indicators.by.${kind}`)}
            aside={
              scope && (
                <button
                  type="button"
                  className="indicator-back"
                  onClick={() => set({ scope: undefined, part: undefined })}
                >
                  {t('indicators.wholeDistrict')}
                </button>
              )
            }
          >
            <ul className="indicator-places">
              {places.map((place) => {
                const value = amount(place);
                const chosen = scope === `${kind}:${place.code}`;
                return (
                  <li key={place.code}>
                    <button
                      type="button"
                      aria-pressed={chosen}
                      onClick={() => set({ scope: chosen ? undefined : `${kind}:${place.code}`, part: undefined })}
                    >
                      <span className="name">{sentence(place.name)}</span>
                      <span className="bar" aria-hidden>
                        {value !== null && most > 0 && <i style={{ width: `${(Math.abs(value) / most) * 100}%` }} />}
                      </span>
                      <span className="value">
                        {value === null ? <span className="quiet">—</span> : number(place.standing.value)}
                      </span>
                      <span className="of quiet">
                        {place.standing.due !== null && `${number(place.standing.done)}/${number(place.standing.due)}`}
                      </span>
                    </button>
                  </li>
                );
              })}
            </ul>
          </Panel>
        );
      })}
    </>
  );
}
