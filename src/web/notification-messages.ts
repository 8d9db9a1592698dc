import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** A sentence for each kind of notification; none names a person. */
export const NOTIFICATION_MESSAGES: Readonly<Record<string, MessageDescriptor>> = {
  role_granted: msg`A role was given to an account.`,
  account_reset: msg`An account was given a new way in.`,
  second_factor_reset: msg`The second step of an account was removed.`,
  account_disabled: msg`An account was switched off.`,
  device_withdrawn: msg`A device of an account was withdrawn.`,
  client_made: msg`A system of another organisation was given access.`,
  client_renewed: msg`A system of another organisation was given a new secret.`,
  client_withdrawn: msg`The access of a system of another organisation was withdrawn.`,
  webhook_made: msg`Another organisation’s system will be told of changes.`,
  account_enabled: msg`An account was switched on again.`,
  reading_above_usual: msg`Somebody reads or searches more than is usual.`,
  likely_duplicate: msg`Two entries may be one and the same person.`,
  role_revoked: msg`A role was taken from an account.`,
  concern_raised: msg`Somebody is worried about a person’s safety. Please look at once.`,
  opened_in_emergency: msg`A support file was opened in an emergency. Please look at it.`,
  emergency_asked: msg`Somebody asked for a support file in an emergency, and it stayed closed. Please call them back.`,
  emergency_tries: msg`Somebody tried several numbers of support files in vain.`,
  emergency_not_in_order: msg`An opening in an emergency was found not in order.`,
  approval_waiting: msg`Something waits for your approval.`,
  parked_command: msg`An entry came in late and waits for your decision.`,
  late_for_nobody: msg`Something came in late that no supervisor of the place may decide on. Please see under “Accounts” where one is missing, or there is only one, and give another person the role.`,
  complaint_received: msg`A complaint has come in.`,
  complaint_replied: msg`Somebody who complained has written again.`,
  share_out_waits: msg`A proposal of who takes which file waits for a second supervisor: see “Team”, “Without a support worker”.`,
  stand_in_asked: msg`You stand in for a supervisor: see “On duty” for from when and until when.`,
  stand_in_ended: msg`You no longer stand in for a supervisor.`,
  leaving_said: msg`A last day at work was written down for you: see “Team” with your supervisor.`,
  worker_left: msg`Somebody has left; their support files wait for you under “Team”.`,
  outing_overdue: msg`A colleague who went out has not said that they are back. Please look at “Out and back” now.`,
  outing_back: msg`A colleague whom somebody was looking for has said that they are back.`,
  outing_with_you: msg`A colleague has named you as going along: see “Out and back”.`,
  transfer_waiting: msg`Another region asks you to go on with a support file.`,
  transfer_question: msg`Another region asks something back about a support file.`,
  transfer_accepted: msg`Another region has accepted a support file.`,
  transfer_declined: msg`Another region has declined a support file.`,
  file_given: msg`A support file was given to you.`,
  referral_answered: msg`A service has answered a referral.`,
  referral_silent: msg`A service has not answered a referral in time. Other services that fit stand at the referral.`,
  course_answered: msg`There is an answer to wishes for a course: see “Courses” in the file.`,
  course_seat_free: msg`A seat in a course has come free for somebody who waited: see “Courses” in the file.`,
  mentor_given: msg`A mentor was found for somebody whose support file you have. Please ask the person first.`,
  ride_given: msg`A ride was arranged for somebody whose support file you have.`,
  request_waits: msg`A request waits for your answer.`,
};

const OTHER = msg`Something has changed that you should look at.`;

export function notificationMessage(kind: string): MessageDescriptor {
  return NOTIFICATION_MESSAGES[kind] ?? OTHER;
}
