import type { Provenance } from '#app/api';
import { useSentence } from '../app/language.ts';
import './figure.css';

/** Says where figures come from when they are not measurements of their day, e.g. 2016年实测回放; nothing otherwise. */
export function ProvenanceTag({ provenance }: { provenance: Provenance[] | undefined }) {
  const sentence = useSentence();
  const labels = [...new Set((provenance ?? []).map(({ label }) => sentence(label)))];
  return labels.map((label) => (
    <span key={label} className="provenance">
      {label}
    </span>
  ));
}
