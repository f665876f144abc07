/** Outlines of what stands on the map, in a box of 16 by 16. */
export const POINT_SHAPES = {
  circle: 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13z',
  square: 'M2.2 2.2h11.6v11.6H2.2z',
  diamond: 'M8 .8 15.2 8 8 15.2 .8 8z',
  triangle: 'M8 1 15.4 14.4H.6z',
  pentagon: 'M8 1 15.2 6.3 12.4 14.8H3.6L.8 6.3z',
  hexagon: 'M4.4 1.6h7.2L15.2 8l-3.6 6.4H4.4L.8 8z',
  star: 'M8 .6l2.2 4.9 5.3.6-4 3.6 1.1 5.3L8 12.3 3.4 15l1.1-5.3-4-3.6 5.3-.6z',
} as const;
export type PointShape = keyof typeof POINT_SHAPES;

/** How the outline is filled: the state, told without colour. */
export type PointFill = 'full' | 'half' | 'empty' | 'mark' | 'cross' | 'dot';

/** What is drawn over the outline, in the ground's colour or, on an empty one, in its own. */
export const FILL_MARKS: Readonly<Record<PointFill, string | null>> = {
  full: null,
  half: null,
  empty: null,
  mark: 'M8 5v4.4M8 11v1.8',
  cross: 'M4.8 8h6.4M8 4.8v6.4',
  dot: 'M8 7.4v1.2',
};

/** A place with a sign: outline, filling, colour, perhaps a printed value beside it. */
export type MapPoint = {
  /** it has a line or an area of its own, which its sign must not hide */
  shaped?: boolean;
  code: string;
  lon: number;
  lat: number;
  shape: PointShape;
  fill: PointFill;
  /** a colour or a custom property: var(--lamp-done) */
  color: string;
  text?: string;
  /** full sentence for tooltip and screen reader */
  title: string;
};

const SIZE = 16;

/** The sign as a picture for the engine, `scale` pixels a point. */
export function signImage(
  point: Pick<MapPoint, 'shape' | 'fill'>,
  color: string,
  ground: string,
  scale: number,
): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = (SIZE + 2) * scale;
  const draw = canvas.getContext('2d')!;
  draw.scale(scale, scale);
  draw.translate(1, 1);
  const outline = new Path2D(POINT_SHAPES[point.shape]);
  draw.lineJoin = 'round';
  const solid = point.fill === 'full' || point.fill === 'mark' || point.fill === 'cross';
  draw.fillStyle = solid ? color : ground;
  draw.fill(outline);
  if (point.fill === 'half') {
    draw.save();
    draw.clip(outline);
    draw.fillStyle = color;
    draw.fillRect(SIZE / 2, 0, SIZE / 2, SIZE);
    draw.restore();
  }
  draw.strokeStyle = solid ? ground : color;
  draw.lineWidth = solid ? 1 : 1.8;
  draw.stroke(outline);
  const mark = FILL_MARKS[point.fill];
  if (mark) {
    draw.strokeStyle = solid ? ground : color;
    draw.lineWidth = point.fill === 'dot' ? 2.4 : 1.8;
    draw.stroke(new Path2D(mark));
  }
  return draw.getImageData(0, 0, canvas.width, canvas.height);
}

/** What a custom property stands for now. */
export function resolvedColour(color: string): string {
  const name = /^var\((--[\w-]+)\)$/.exec(color)?.[1];
  return name ? getComputedStyle(document.documentElement).getPropertyValue(name).trim() : color;
}
