import { appointment } from './appointment.ts';
import { approval } from './approval.ts';
import { assignment } from './assignment.ts';
import { authorityMark } from './authority-mark.ts';
import { authorityRequest } from './authority-request.ts';
import { basis } from './basis.ts';
import { bestInterests } from './best-interests.ts';
import { closure } from './closure.ts';
import type { CommandKind, Noun } from './command.ts';
import { commission } from './commission.ts';
import { concern } from './concern.ts';
import { conference } from './conference.ts';
import { consent } from './consent.ts';
  contactWish,
