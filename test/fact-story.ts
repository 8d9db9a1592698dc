import type { Fact } from '#domain/case/fact.ts';
import { openSteps } from '#domain/case/plan.ts';
import {
  asLegal,
  asOtherSupervisor,
  asSupervisor,
  bodies,
  type CaseFile,
  caseFile,
  DISTRICT,
  firstCode,
  MODEL,
  testId,
  WORKER,
} from './case-file.ts';
import { contactFacts, safetyFacts } from './safety-facts.ts';
