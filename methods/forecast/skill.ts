import { commonPositions, mean, type Series } from './pairs.ts';

/** 1 − MSE/MSE of the reference: 1 perfect, 0 no better, below 0 worse; null where the reference makes no error. */
export type Skill = {
  readonly n: number;
  readonly againstPersistence: number | null;
  readonly againstClimatology: number | null;
};

/**
 * Skill against both references, over the steps at which all four series have a value, so that the two figures speak of
 * the same days. Never one without the other: persistence is easy to beat far ahead, the climatology near by.
 */
export function skill(
  observed: Series,
  forecast: Series,
  references: { readonly persistence: Series; readonly climatology: Series },
): Skill {
  const positions = commonPositions(observed, forecast, references.persistence, references.climatology);
  if (positions.length === 0) return { n: 0, againstPersistence: null, againstClimatology: null };
  const square = (series: Series) => mean(positions.map((i) => ((series[i] as number) - (observed[i] as number)) ** 2));
  const own = square(forecast);
  const against = (reference: Series) => {
    const theirs = square(reference);
    return theirs === 0 ? null : 1 - own / theirs;
  };
  return {
    n: positions.length,
    againstPersistence: against(references.persistence),
    againstClimatology: against(references.climatology),
  };
}
