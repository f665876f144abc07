import { Link } from '@tanstack/react-router';
import { useSentence } from '../app/language.ts';

type Unit = { id: string; name: { zh: string; en: string }; street: string | null };

/** A unit or street office, which leads to its page. */
export function UnitName({ unit }: { unit: Unit }) {
  const sentence = useSentence();
  return unit.street ? (
    <Link to="/streets/$street" params={{ street: unit.street }}>
      {sentence(unit.name)}
    </Link>
  ) : (
    <Link to="/units/$unit" params={{ unit: unit.id }}>
      {sentence(unit.name)}
    </Link>
  );
}
