import { serveWork } from '../define.ts';
import { runSimulation } from './run.ts';

serveWork(runSimulation);
