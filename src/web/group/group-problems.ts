import { msg } from '@lingui/core/macro';

/** What may stand in the way of joining a group, of its dates and lists. */
export const GROUP_PROBLEMS = {
  day_before_joining: msg`That day lies before the person joined the group.`,
  group_ended: msg`This group has ended.`,
  group_full: msg`Every place in this group is taken.`,
  group_held_elsewhere: msg`Who takes part in this group is written down by the specialist who leads it.`,
  group_left_already: msg`The person has left this group already.`,
  group_not_over: msg`The person still takes part in this group.`,
  group_session_unknown: msg`This date is not among those of the group, or it fell out or was held.`,
  group_unknown: msg`There is no such group.`,
  in_group_already: msg`The person takes part in this group already.`,
  participation_unknown: msg`The person does not take part in this group.`,
};
