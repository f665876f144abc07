import { damaged } from './refusals.ts';
import type { Archive } from './unzip.ts';
import { children, type Element, parseXml } from './xml.ts';

/** An OOXML package: its parts by name and by what they are to one another. */
export type Package = {
  names: readonly string[];
  /** the part that everything hangs on, with its root element */
  main: { name: string; root: Element };
  /** a part as a tree, undefined when it is missing or blank */
  load(name: string): Element | undefined;
  /** names of the parts to which a part has a relation of that kind (`styles`, `footnotes`, `drawing` …) */
  related(from: string, kind: string): string[];
  /** the part behind a relation's id */
  target(from: string, id: string): string | undefined;
};

type Relation = { id: string; kind: string; target: string };

const USUAL = ['word/document.xml', 'xl/workbook.xml'];

/**
 * Opens a package at its main part. Its name is what the package's relations say, the usual one where they are silent.
 * @throws Refusal document_unreadable when there is none
 */
export function openPackage(archive: Archive): Package {
  const trees = new Map<string, Element | undefined>();
  const load = (name: string): Element | undefined => {
    if (!trees.has(name)) {
      const bytes = archive.read(name);
      trees.set(name, bytes?.length ? parseXml(bytes, name) : undefined);
    }
    return trees.get(name);
  };
  const relations = new Map<string, Relation[]>();
  const relationsOf = (part: string): Relation[] => {
    const found = relations.get(part) ?? readRelations(part, load);
    relations.set(part, found);
    return found;
  };
  const pointed = relationsOf('').find((relation) => relation.kind === 'officeDocument')?.target;
  const name = [pointed, ...USUAL].find((part) => part !== undefined && load(part) !== undefined);
  const root = name === undefined ? undefined : load(name);
  if (!name || !root) throw damaged('no main part', { pointed });
  return {
    names: archive.names,
    main: { name, root },
    load,
    related: (from, kind) =>
      relationsOf(from)
        .filter((relation) => relation.kind === kind)
        .map((relation) => relation.target),
    target: (from, id) => relationsOf(from).find((relation) => relation.id === id)?.target,
  };
}

function readRelations(part: string, load: (name: string) => Element | undefined): Relation[] {
  const slash = part.lastIndexOf('/') + 1;
  const root = load(`${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`);
  return (root ? children(root) : [])
    .filter((element) => element.attributes.TargetMode !== 'External')
    .map(({ attributes }) => ({
      id: attributes.Id ?? '',
      kind: (attributes.Type ?? '').split('/').at(-1)!,
      target: resolve(part.slice(0, slash), attributes.Target ?? ''),
    }));
}

function resolve(folder: string, target: string): string {
  const path: string[] = [];
  const whole = target.startsWith('/') ? target : folder + target;
  for (const step of whole.replaceAll('\\', '/').split('/'))
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  return path.join('/');
}
