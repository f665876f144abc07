import { join } from 'node:path';
import { ROOT } from '../app/root.ts';
import { generationSpeed } from '../app/simulate/index.ts';

const ASKED = 60_000;
const SECONDS = 3;

/** Speed of the simulator's own work: packets of whole worlds written, checksummed and addressed: `npm run bench -- simulate`. */
export async function run([asked]: string[] = []): Promise<void> {
  const seconds = Number(asked ?? SECONDS);
  const districtPath = join(ROOT, 'districts', 'xicheng');
  const rows = [
    generationSpeed({ districtPath, devices: { 'micro-station': 400 }, seconds, fresh: false }),
    generationSpeed({ districtPath, devices: { 'micro-station': 400 }, seconds, fresh: true }),
  ];
  console.table(rows);
  console.log(`asked: ≥ ${ASKED.toLocaleString('en')} packets/s of one core for CN 2011, a second of the past each`);
  if (rows[0]!['packets/s of a core'] < ASKED) process.exitCode = 1;
}
