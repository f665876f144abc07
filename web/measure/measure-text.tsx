import { Tooltip } from 'antd';
import { memo, type ReactNode } from 'react';
import type { Target } from '#app/api';
import { findNames, findWords, type Mark, markText } from './marks.ts';
import { useTargetWords } from './target-words.ts';
import './measure.css';

type Kind = { target: Target } | { unit: { id: string; name: string } } | 'word';
type Props = {
  text: string;
  targets?: readonly Target[];
  /** unit names to look for in the wording, and what a click on one does */
  units?: readonly { id: string; name: string }[];
  onUnit?: (unit: { id: string; name: string }) => void;
  words?: readonly string[];
};

/** The wording of a measure, letter by letter as issued, with its targets underlined, units and searched words marked. */
export const MeasureText = memo(function MeasureText({ text, targets = [], units = [], onUnit, words = [] }: Props) {
  const say = useTargetWords();
  const marks: Mark<Kind>[] = [
    ...targets.flatMap((target) => (target.at ? [{ ...target.at, kind: { target } }] : [])),
    ...findNames(
      text,
      units.map((unit) => ({ name: unit.name, of: { unit } })),
    ),
    ...findWords(text, words),
  ];
  if (marks.length === 0) return <span className="measure-text">{text}</span>;
  return (
    <span className="measure-text">
      {markText(text, marks).map((piece) => {
        let shown: ReactNode = piece.text;
        if (piece.marks.includes('word')) shown = <mark>{shown}</mark>;
        const unit = piece.marks.find((m) => typeof m === 'object' && 'unit' in m);
        if (unit && typeof unit === 'object' && 'unit' in unit)
          shown = (
            <button type="button" className="measure-unit" onClick={() => onUnit?.(unit.unit)}>
              {shown}
            </button>
          );
        const asked = piece.marks.flatMap((m) => (typeof m === 'object' && 'target' in m ? [m.target] : []));
        if (asked.length > 0)
          shown = (
            <Tooltip title={<TargetLines lines={asked.map(say)} />}>
              <span className="measure-target">{shown}</span>
            </Tooltip>
          );
        return <span key={piece.start}>{shown}</span>;
      })}
    </span>
  );
});

function TargetLines({ lines }: { lines: string[] }) {
  return lines.map((line) => <div key={line}>{line}</div>);
}
