import {
  asReceiver,
  asSupervisor,
  bodies,
  type CaseFile,
  DISTRICT,
  OTHER_DISTRICT,
  WORKER,
} from './case-file.ts';

/** A move to another region that is taken back, declined, and then asked about and accepted. */
export function transferFacts(file: CaseFile, purpose: string): void {
  file.done('record_consent', bodies.consent(file, [purpose]));
  const propose = () => {
    const transfer_id = file.id();
    file.done('propose_transfer', {
      ...{ transfer_id, to_place_id: OTHER_DISTRICT, reason: 'work', wished_on: '2026-12-10' },
      ...{ persons: 2, goes_along: ['paper_file'] },
    });
    return { transfer_id };
  };
  file.done('withdraw_transfer', propose());
  const full = { reason: 'no_room', words: 'From spring on' };
  file.done('decline_transfer', { ...propose(), ...full }, asReceiver);
  const going = propose();
  file.done('ask_about_transfer', { ...going, words: 'From which day on?' }, asReceiver);
  file.done('reply_about_transfer', { ...going, words: 'Monday' });
  file.done('accept_transfer', going, asReceiver);
  const back = file.id();
  file.done(
    'propose_transfer',
    {
      ...{ transfer_id: back, to_place_id: DISTRICT, reason: 'family', wished_on: '2026-12-20' },
      ...{ persons: 2, goes_along: [] },
    },
    asReceiver,
  );
  file.done('accept_transfer', { transfer_id: back, account_id: WORKER }, asSupervisor);
}
