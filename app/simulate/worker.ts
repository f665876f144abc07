import { serveParent } from './child.ts';
import { startSimulation } from './start.ts';

serveParent(startSimulation);
