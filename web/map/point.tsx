import { FILL_MARKS, POINT_SHAPES, type PointFill, type PointShape } from './points.ts';

type Props = { shape: PointShape; fill: PointFill; color: string; size?: number };

/** The sign of a place: its outline filled as its state says. */
export function Point({ size = 14, ...props }: Props) {
  return (
    <svg viewBox="-1 -1 18 18" width={size} height={size} aria-hidden="true" style={{ verticalAlign: '-2px' }}>
      <PointPaths {...props} />
    </svg>
  );
}

/** The same inside another drawing, in a box of 16 by 16. */
export function PointPaths({ shape, fill, color }: Omit<Props, 'size'>) {
  const solid = fill === 'full' || fill === 'mark' || fill === 'cross';
  const mark = FILL_MARKS[fill];
  const outline = POINT_SHAPES[shape];
  return (
    <>
      <path
        d={outline}
        fill={solid ? color : 'var(--surface)'}
        stroke={solid ? 'var(--surface)' : color}
        strokeWidth={solid ? 1 : 1.8}
        strokeLinejoin="round"
      />
      {fill === 'half' && <path d={outline} fill={color} style={{ clipPath: 'inset(0 0 0 50%)' }} />}
      {mark && (
        <path d={mark} fill="none" stroke={solid ? 'var(--surface)' : color} strokeWidth={fill === 'dot' ? 2.4 : 1.8} />
      )}
    </>
  );
}
