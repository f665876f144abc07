import { Chance } from './chance.ts';
import { PER_HOUR, type Site } from './field.ts';

/** What a local source adds (PM2.5 µg/m³, before the other fractions), by sensor and step; zero nearly everywhere. */
export type Plumes = { readonly added: Float32Array[]; readonly coarse: Float32Array[]; readonly count: number };

/**
 * Real local peaks: burning (fine), building sites and road works (coarse), restaurants of an evening. Each has a place, a
 * wind that carries it, gusts that make it flicker, and lasts 20 minutes to 5 hours; some come back every day.
 */
export function plumesOf(sites: readonly Site[], steps: number, seed: number, count = 90): Plumes {
  const chance = new Chance(seed);
  const added = sites.map(() => new Float32Array(steps));
  const coarse = sites.map(() => new Float32Array(steps));
  for (let one = 0; one < count; one += 1) {
    const near = sites[chance.whole(0, sites.length - 1)]!;
    const [x, y] = [near.x + chance.between(-250, 250), near.y + chance.between(-250, 250)];
    const wind = chance.between(0, 2 * Math.PI);
    const strength = Math.exp(chance.between(Math.log(40), Math.log(600)));
    const dusty = chance.next() < 0.45;
    const length = Math.floor(Math.exp(chance.between(Math.log(PER_HOUR / 3), Math.log(5 * PER_HOUR))));
    const first = chance.whole(0, steps - length - 1);
    const daily = chance.next() < 0.2;
    for (let from = first; from < steps - length; from += daily ? 24 * PER_HOUR : steps)
      blow({ x, y, wind, strength, dusty, length, from });
  }
  return { added, coarse, count };

  function blow(plume: {
    x: number;
    y: number;
    wind: number;
    strength: number;
    dusty: boolean;
    length: number;
    from: number;
  }) {
    const flicker = sites.map(() => chance.normal());
    for (let t = 0; t < plume.length; t += 1) {
      const shape = Math.min(1, (t + 1) / 3, (plume.length - t) / 3);
      const wind = plume.wind + 0.25 * Math.sin(t / 9);
      sites.forEach((site, i) => {
        const [dx, dy] = [site.x - plume.x, site.y - plume.y];
        const along = dx * Math.sin(wind) + dy * Math.cos(wind);
        const across = dx * Math.cos(wind) - dy * Math.sin(wind);
        if (along < -150 || along > 1500) return;
        const width = 60 + 0.18 * Math.max(0, along);
        const fade = Math.exp(-0.5 * (across / width) ** 2) / (1 + Math.abs(along) / 200);
        if (fade < 0.01) return;
        flicker[i] = 0.6 * flicker[i]! + 0.8 * chance.normal();
        const value = plume.strength * shape * fade * Math.exp(0.35 * flicker[i]! - 0.06);
        added[i]![plume.from + t]! += plume.dusty ? 0.12 * value : value;
        coarse[i]![plume.from + t]! += plume.dusty ? 1.4 * value : 0.12 * value;
      });
    }
  }
}
