import type { BulletinBlock, BulletinRuns } from '#app/api';
import { Chart, type ChartOption } from '../shared/chart.tsx';

/** The blocks of a bulletin in the order of the paper; every figure opens its evidence. */
export function Blocks({ blocks }: { blocks: BulletinBlock[] }) {
  // blocks of an issued bulletin never change their places: the place is the key
  return blocks.map((block, place) => <Block key={`${block.kind} ${place + 0}`} block={block} />);
}

function Block({ block }: { block: BulletinBlock }) {
  switch (block.kind) {
    case 'heading':
      return <h3>{block.text}</h3>;
    case 'paragraph':
      return (
        <p>
          <Runs runs={block.runs} />
        </p>
      );
    case 'note':
      return (
        <p className="paper-note">
          <Runs runs={block.runs} />
        </p>
      );
    case 'chart':
      return (
        <figure>
          <Chart option={block.option as ChartOption} label={block.alt} height={block.heightPx} />
          <figcaption>{block.caption}</figcaption>
        </figure>
      );
    case 'table':
      return (
        <div className="paper-table">
          <table>
            <caption>
              {block.caption}
              {block.unit ? <span className="paper-unit">{block.unit}</span> : null}
            </caption>
            <tbody>
              {block.rows.map((row, r) => (
                <tr key={`r${r + 0}`}>
                  {row.map((cell, c) => {
                    const Cell = cell.header ? 'th' : 'td';
                    return (
                      <Cell key={`c${c + 0}`} style={{ textAlign: cell.align ?? 'center' }}>
                        <Runs runs={cell.runs} />
                      </Cell>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
          {block.notes.map((note) => (
            <p key={note} className="paper-note">
              {note}
            </p>
          ))}
        </div>
      );
  }
}

function Runs({ runs }: { runs: BulletinRuns }) {
  return runs.map((run, place) =>
    typeof run === 'string' ? (
      <span key={`s${place + 0}`}>{run}</span>
    ) : (
      <a key={`f${place + 0}`} href={run.href}>
        {run.text}
      </a>
    ),
  );
}
