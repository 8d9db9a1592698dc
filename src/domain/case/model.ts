import { z } from 'zod';
import { COMPARTMENTS, ROLES } from '../access/role.ts';
import { fieldProblems } from '../field-problem.ts';
import type { FieldProblem } from '../problem.ts';
import { labels, line, text } from '../text.ts';
import { commissionsOfModel } from './commission-state.ts';
import { documentsOfModel } from './document-kind.ts';
import { modelProblems } from './model-check.ts';
import { bestInterestsRule, ownAgreementAges } from './model-children.ts';
  family: familyRules.optional(),
