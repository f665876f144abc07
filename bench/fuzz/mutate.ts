/** Chance that can be repeated: the same seed gives the same numbers. */
export function chance(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Bytes that protocols lean on: marks, separators, escapes, lengths, ends. */
const TELLING = Buffer.from('##&&;,=-\r\n*/0129Ff\0\x01\x7e\x7d\x23\x7f\xff\xfe', 'latin1');

/** A frame with one to four wounds: bytes flipped, set, cut out, doubled, put in; two frames run together; the end lost. */
export function mutate(seeds: readonly Buffer[], draw: (below: number) => number): Buffer {
  const pick = () => seeds[draw(seeds.length)] as Buffer;
  let frame: Buffer = Buffer.from(pick());
  for (let wounds = 1 + draw(4); wounds > 0 && frame.length > 0; wounds -= 1) {
    const at = draw(frame.length);
    const span = Math.min(frame.length - at, 1 + draw(16));
    switch (draw(8)) {
      case 0:
        frame[at] = (frame[at] as number) ^ (1 << draw(8));
        break;
      case 1:
        frame[at] = draw(256);
        break;
      case 2:
        frame[at] = TELLING[draw(TELLING.length)] as number;
        break;
      case 3:
        frame = Buffer.concat([frame.subarray(0, at), frame.subarray(at + span)]);
        break;
      case 4:
        frame = Buffer.concat([frame.subarray(0, at + span), frame.subarray(at)]);
        break;
      case 5:
        frame = Buffer.concat([
          frame.subarray(0, at),
          Buffer.from([TELLING[draw(TELLING.length)] as number]),
          frame.subarray(at),
        ]);
        break;
      case 6:
        frame = Buffer.concat([frame.subarray(0, at), pick()]);
        break;
      default:
        frame = frame.subarray(0, at);
    }
  }
  return frame;
}
