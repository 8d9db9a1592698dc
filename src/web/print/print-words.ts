import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { PrintColumn, PrintField, PrintTable, PrintWords } from '#domain/print/layout.ts';
import type { PrintList, PrintWord } from '#domain/print/sheet.ts';
import { OWNER_WORDS, PAPER_STATE_WORDS, PAPER_WORDS } from '../case/case-words.ts';
import { DECISION_OWNER_WORDS, MATTER_ANSWER_WORDS } from '../case/commission-words.ts';
import { ABOUT_WORDS } from '../complaint/complaint-words.ts';
import { SEX_WORDS } from '../people/words.ts';
import { COMPANIONS } from '../referral/inbox-words.ts';

type Words<Code extends string> = Readonly<Record<Code, MessageDescriptor>>;

/** What stands in front of a value on paper. */
export const FIELD_WORDS: Words<PrintField> = {
  address: msg`Address`,
  agency: msg`Answers for it`,
  agreed_on: msg`Agreed on`,
  answer: msg`Answer`,
  answer_by: msg`Answer by`,
  answered_on: msg`Answered on`,
  arrived_on: msg`In the country since`,
  born: msg`Born`,
  called: msg`Name`,
  citizenships: msg`Citizenship`,
  code: msg`Code`,
  code_until: msg`Holds until`,
  commission: msg`Decided by`,
  company: msg`Company`,
  contacts: msg`Ways to get in touch`,
  counted_on: msg`Counted on`,
  decided_on: msg`Decided on`,
  disciplines: msg`Took part`,
  district: msg`District`,
  due_on: msg`To be done by`,
  first_day: msg`First day`,
  former_names: msg`Former names`,
  from_country: msg`Came from`,
  group: msg`Group`,
  guardians: msg`Guardian`,
  held_on: msg`Held on`,
  household_children: msg`Children in the household`,
  household_size: msg`People in the household`,
  interpreter: msg`Interpreter`,
  invitation: msg`Tell us how it was`,
  languages: msg`Languages`,
  last_day: msg`Last day`,
  led_by: msg`Led by`,
  month: msg`Month`,
  name: msg`Name`,
  need: msg`Area`,
  next_on: msg`Next visit`,
  number: msg`Number`,
  organisation: msg`To`,
  papers: msg`Papers`,
  person: msg`Full name`,
  picture: msg`The address as a picture`,
  reached: msg`Reached`,
  reached_on: msg`Day`,
  run_by: msg`Run by`,
  sender: msg`Sent by`,
  service: msg`Service`,
  session_of: msg`Commission`,
  session_on: msg`Day of the session`,
  sessions_attended: msg`Sessions attended`,
  sessions_held: msg`Sessions held`,
  sex: msg`Sex`,
  smallest_cell: msg`Nothing is shown of fewer people than`,
  urgency: msg`Urgency`,
  visit_kind: msg`Kind of contact`,
  visited_on: msg`Day of the visit`,
  waiting_since: msg`Days after which an answer is late`,
  worker: msg`Contact person`,
};

/** What stands over longer words. */
export const LONG_WORDS: Words<PrintWords> = {
  answer_way: msg`How the answer reaches me safely`,
  by_telephone: msg`On a telephone`,
  decided: msg`What was decided`,
  how_to_open: msg`How to open the request`,
  keep_apart: msg`Please`,
  on_paper: msg`On paper`,
  own_words: msg`What I want to say`,
  promise: msg`Your right`,
  request: msg`In words`,
  safe_contact: msg`How to get in touch without harm`,
  seen: msg`What was seen and said`,
  strengths: msg`What goes well`,
  who_asks: msg`Who asks, and how to reach them`,
  wishes: msg`My wishes`,
};

export const TABLE_WORDS: Words<PrintTable> = {
  about: msg`What is it about?`,
  agreed: msg`What was agreed`,
  assistance: msg`Assistance given, by who paid`,
  decisions: msg`What was decided`,
  delays: msg`People who wait too long for an answer, by agency`,
  family: msg`Together with the family`,
  files: msg`Numbers in their order`,
  household: msg`Who lives there`,
  needs: msg`What is needed`,
  stages: msg`Where people stand`,
  steps: msg`Steps`,
};

export const COLUMN_WORDS: Words<PrintColumn> = {
  about: msg`Whom or what it is about`,
  agency: msg`Agency`,
  amount: msg`Amount`,
  area: msg`Area`,
  at: msg`No.`,
  born: msg`Born`,
  done: msg`Done`,
  given_as: msg`Money or goods`,
  name: msg`Name`,
  need: msg`In words`,
  number: msg`Number`,
  occupation: msg`Work or school`,
  payer: msg`Who paid`,
  people: msg`How many people`,
  relation: msg`Relation`,
  stage: msg`Stage`,
  until: msg`Until when`,
  what: msg`What`,
  who: msg`Who`,
};

/** Words that stand for a value. */
export const WORD_WORDS: Words<PrintWord> = {
  appointment: msg`Appointment`,
  everybody: msg`Everybody`,
  keeps_help: msg`You may say what was wrong, in any language, yourself or through somebody you trust. Whatever you say, you keep every help that you have a right to.`,
  me: msg`I`,
  never_together: msg`Keep this code apart from the address, show it to nobody who has nothing to do with the request, and throw it away when you have answered.`,
  no_contact: msg`Please do not get in touch directly: answer the sender, who passes it on.`,
  no_interpreter: msg`No interpreter is needed`,
  not_named: msg`not named`,
  not_shown: msg`not shown`,
  open_address: msg`Open this address and write or speak. You get a code with which you read the answer there.`,
  open_and_type: msg`Open the address that was sent to your service, on a telephone or a computer, and type this code. You need no account. There you read the request and answer it.`,
  other_payers: msg`Payers who are in no directory`,
  social_services: msg`Social services`,
  tell_us: msg`Tell us how it was`,
  through_guardian: msg`Through the guardian`,
  write_here: msg`Write here, close it, and give it to whomever you trust.`,
};

/** Lists of codes that the screens have words for already. */
export const LIST_WORDS: Readonly<Record<PrintList, Readonly<Record<string, MessageDescriptor>>>> =
  {
    answer: MATTER_ANSWER_WORDS,
    company: COMPANIONS,
    complaint_about: ABOUT_WORDS,
    decision_owner: DECISION_OWNER_WORDS,
    given_as: { money: msg`Money`, goods: msg`Goods, by worth` },
    owner: OWNER_WORDS,
    paper: PAPER_WORDS,
    paper_state: PAPER_STATE_WORDS,
    sex: SEX_WORDS,
    urgency: { routine: msg`Not urgent`, urgent: msg`Urgent` },
  };
