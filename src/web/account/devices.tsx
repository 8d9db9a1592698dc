import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { type DeviceLine, deviceList } from '#domain/account/device.ts';
import type { Problem } from '#domain/problem.ts';
import { useAsk } from '../ask.ts';
import { call } from '../http.ts';
import { Answered } from '../ui/answered.tsx';
import { formatMoment } from '../ui/format.ts';
import parts from '../ui/parts.module.css';
import { ProblemText } from '../ui/problem-text.tsx';
import { useDevice } from './use-session.ts';

interface DevicesProps {
  /** The address of the list. */
  readonly list: string;
  readonly withdrawAt: (id: string) => string;
}

/** The devices that keep an account's files, and how a lost one is withdrawn. No case data. */
export function Devices({ list, withdrawAt }: DevicesProps) {
  const asked = useAsk(['devices', list], list, deviceList);
  return (
    <>
      <p className={parts.soft} style={{ marginBlockStart: 0 }}>
        <Trans>
          A lost telephone is withdrawn here: it gets nothing more, this account is signed out on
          all other devices, and with its next line it deletes what it keeps. Entries on it that
          were not sent yet are lost.
        </Trans>
      </p>
      <Answered asked={asked}>
        {({ devices }) =>
          devices.length === 0 ? (
            <p className={parts.soft}>
              <Trans>No device keeps files of this account.</Trans>
            </p>
          ) : (
            <ul className={parts.list}>
              {devices.map((one) => (
                <OneDevice key={one.id} device={one} list={list} at={withdrawAt(one.id)} />
              ))}
            </ul>
          )
        }
      </Answered>
    </>
  );
}

function OneDevice(props: {
  readonly device: DeviceLine;
  readonly list: string;
  readonly at: string;
}) {
  const { t, i18n } = useLingui();
  const { device, list, at } = props;
  const own = useDevice().id === device.id;
  const queries = useQueryClient();
  const [asked, setAsked] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const names: Readonly<Record<string, string>> = { phone: t`Telephone`, computer: t`Computer` };
  const registered = formatMoment(i18n.locale, device.registered_at);
  const seen = formatMoment(i18n.locale, device.seen_at);

  async function withdraw() {
    // It cannot be taken back: a second tap says that it is meant.
    if (!asked) return setAsked(true);
    const headers = own ? { 'x-homeward-device': device.id } : {};
    const reply = await call(at, z.unknown(), { method: 'DELETE', headers });
    setAsked(false);
    setProblem(reply.ok ? undefined : reply.problem);
    await queries.invalidateQueries({ queryKey: ['devices', list] });
  }
  return (
    <li>
      <div className={parts.item}>
        <div>
          <strong>{names[device.name] ?? device.name}</strong>{' '}
          {own ? (
            <span className={parts.soft}>
              <Trans>(this one)</Trans>
            </span>
          ) : null}
          <div className={parts.soft}>
            <Trans>
              Registered {registered} · last seen {seen}
            </Trans>
          </div>
          {device.withdrawn_at === null ? null : <Withdrawn device={device} />}
        </div>
        {device.withdrawn_at === null ? (
          <Button
            variant={asked ? 'filled' : 'default'}
            color={asked ? 'clay' : 'teal'}
            onClick={() => void withdraw()}
          >
            {asked ? <Trans>Yes, delete what it keeps</Trans> : <Trans>Withdraw</Trans>}
          </Button>
        ) : null}
      </div>
      <ProblemText problem={problem} />
    </li>
  );
}

/** What has become of a withdrawn device, as far as it has told. */
function Withdrawn({ device }: { readonly device: DeviceLine }) {
  const { i18n } = useLingui();
  const { withdrawn_at, wiped_at, wiped_unsent } = device;
  const withdrawn = withdrawn_at === null ? '' : formatMoment(i18n.locale, withdrawn_at);
  const wiped = wiped_at === null ? '' : formatMoment(i18n.locale, wiped_at);
  return (
    <div className={parts.soft}>
      <span className={parts.tag} data-tone="look">
        <Trans>withdrawn {withdrawn}</Trans>
      </span>{' '}
      {wiped_at === null ? (
        <Trans>It has had no line since; what it keeps is sealed under its PIN.</Trans>
      ) : (
        <>
          <Trans>It deleted everything {wiped}.</Trans>{' '}
          {wiped_unsent === null ? (
            <Trans>How many entries were not sent is not known: it was locked.</Trans>
          ) : (
            <Plural
              value={wiped_unsent}
              _0="No entry was lost."
              one="# entry that was not sent is lost."
              other="# entries that were not sent are lost."
            />
          )}
        </>
      )}
    </div>
  );
}
