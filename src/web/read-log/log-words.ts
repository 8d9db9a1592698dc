import { msg } from '@lingui/core/macro';
import type { READ_ACTIONS } from '#domain/access/read-log.ts';

export const ACTION_WORDS: Readonly<Record<(typeof READ_ACTIONS)[number], ReturnType<typeof msg>>> =
  {
    opened: msg`Opened a support file`,
    listed: msg`Looked at a list`,
    searched: msg`Searched for people`,
    pulled: msg`Fetched files to a device`,
    previewed: msg`Looked at what a referral would send`,
    compared: msg`Compared an arrival list with the people known here`,
    uploaded: msg`Uploaded an arrival list`,
    printed: msg`Printed`,
    exported: msg`Exported`,
    packet_opened: msg`Opened a referral`,
    packets_listed: msg`Looked at the inbox`,
    receipt_opened: msg`Opened a receipt`,
    denied: msg`Tried in vain`,
    opened_in_emergency: msg`Opened in an emergency`,
    emergency_denied: msg`Asked in an emergency, not opened`,
    erased: msg`Erased content`,
    device_withdrawn: msg`Withdrew a device`,
    log_read: msg`Looked at the read log`,
    complaints_listed: msg`Looked at the list of complaints`,
    complaint_opened: msg`Opened a complaint`,
    complaint_played: msg`Listened to a complaint`,
    address_read: msg`Looked at a confidential address`,
  };
