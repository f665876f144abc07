import { noSuchPath, noSuchPlace } from './refusals.ts';
import { type Field, MEASURE_FIELDS, type MeasureField, type Working, type WorkingMeasure } from './working.types.ts';

/** A place of a draft: `title` · `year` · `chapters/2/title` · `tasks/11/no` · `measures/24.2/deadline` · `structure/7`. */
export type Place =
  | { of: 'plan'; name: 'title' | 'year' }
  | { of: 'chapter' | 'task'; key: string; name: 'no' | 'title' }
  | { of: 'measure'; key: string; name: MeasureField };

/** @throws Refusal bad_request */
export function placeOf(path: string): Place {
  const [of, key, name, ...rest] = path.split('/');
  if (rest.length === 0) {
    if ((of === 'title' || of === 'year') && key === undefined) return { of: 'plan', name: of };
    if (key && (of === 'chapters' || of === 'tasks') && (name === 'no' || name === 'title'))
      return { of: of === 'chapters' ? 'chapter' : 'task', key, name };
    const field = MEASURE_FIELDS.find((f) => f === name);
    if (key && of === 'measures' && field) return { of: 'measure', key, name: field };
  }
  throw noSuchPath(path);
}

/** @throws Refusal not_found */
export function fieldAt(working: Working, place: Place): Field<unknown> {
  if (place.of === 'plan') return working[place.name] as Field<unknown>;
  if (place.of === 'measure') return measureOf(working, place.key).fields[place.name] as Field<unknown>;
  const row =
    place.of === 'chapter'
      ? working.chapters.find((c) => c.key === place.key)
      : working.chapters.flatMap((c) => c.tasks).find((t) => t.key === place.key);
  if (!row) throw noSuchPlace(`${place.of}s/${place.key}`);
  return row[place.name] as Field<unknown>;
}

/** @throws Refusal not_found */
export function measureOf(working: Working, key: string): WorkingMeasure {
  for (const chapter of working.chapters)
    for (const task of chapter.tasks) {
      const found = task.measures.find((m) => m.key === key);
      if (found) return found;
    }
  throw noSuchPlace(`measures/${key}`);
}

/** Every place of a draft that has a field, in reading order. */
export function* everyField(working: Working): Generator<{ path: string; field: Field<unknown> }> {
  yield { path: 'title', field: working.title as Field<unknown> };
  yield { path: 'year', field: working.year as Field<unknown> };
  for (const chapter of working.chapters) {
    yield { path: `chapters/${chapter.key}/no`, field: chapter.no as Field<unknown> };
    yield { path: `chapters/${chapter.key}/title`, field: chapter.title as Field<unknown> };
    for (const task of chapter.tasks) {
      yield { path: `tasks/${task.key}/no`, field: task.no as Field<unknown> };
      yield { path: `tasks/${task.key}/title`, field: task.title as Field<unknown> };
      for (const measure of task.measures)
        for (const name of MEASURE_FIELDS)
          yield { path: `measures/${measure.key}/${name}`, field: measure.fields[name] as Field<unknown> };
    }
  }
}
