import type { BulletinBlock, BulletinRuns } from '#app/api';
import { Chart, type ChartOption } from '../shared/chart.tsx';

/** The blocks of a bulletin in the order of the paper; every figure opens its evidence. */
export function Blocks({ blocks }: { blocks: BulletinBlock[] }) {
  return placed(blocks).map(([key, block]) => <Block key={key} block={block} />);
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
              {placed(block.rows).map(([key, row]) => (
                <tr key={key}>
                  {placed(row).map(([at, cell]) => {
                    const Cell = cell.header ? 'th' : 'td';
                    return (
                      <Cell key={at} style={{ textAlign: cell.align ?? 'center' }}>
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
  return placed(runs).map(([key, run]) =>
    typeof run === 'string' ? (
      <span key={key}>{run}</span>
    ) : (
      <a key={key} href={run.href}>
        {run.text}
      </a>
    ),
  );
}

/** The parts of a bulletin never change their places: the place is the key. */
const placed = <T,>(items: readonly T[]): [number, T][] => items.map((item, place) => [place, item]);
