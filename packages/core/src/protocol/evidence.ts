export type { BoxEvidence, Evidence, GridEvidence, LineEvidence } from './generated/assessment.js';
