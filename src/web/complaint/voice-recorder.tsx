import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconMicrophone, IconPlayerStopFilled, IconTrash } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { VOICE_BYTES, VOICE_SECONDS } from '#domain/complaint/complaint.ts';
import styles from './complaint.module.css';

/** A voice as it waits in the page; no device keeps it. */
export interface Voice {
  readonly sound: Blob;
  readonly seconds: number;
}

/** Kinds that browsers record, the smallest first. */
const KINDS = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/mp4'];

interface RecorderProps {
  readonly voice: Voice | null;
  readonly onVoice: (voice: Voice | null) => void;
}

/** To say it instead of writing it, here or as a file that was recorded elsewhere. */
export function VoiceRecorder({ voice, onVoice }: RecorderProps) {
  const { seconds, running, denied, start, stop } = useRecorder(onVoice);
  const [large, setLarge] = useState(false);
  if (voice !== null) return <Heard voice={voice} drop={() => onVoice(null)} />;
  return (
    <fieldset className={styles.voice}>
      <legend>
        <Trans>Or say it</Trans>
      </legend>
      {running ? (
        <Button
          color="clay"
          leftSection={<IconPlayerStopFilled size={20} aria-hidden />}
          onClick={stop}
        >
          <Trans>Stop: {clock(seconds)}</Trans>
        </Button>
      ) : (
        <Button
          variant="default"
          leftSection={<IconMicrophone size={20} aria-hidden />}
          onClick={() => void start()}
        >
          <Trans>Record, up to five minutes</Trans>
        </Button>
      )}
      {denied ? (
        <p className={styles.plain} role="alert">
          <Trans>This device does not let us record. You can write, or choose a sound file.</Trans>
        </p>
      ) : null}
      <Button component="label" variant="subtle" className={styles.file}>
        <Trans>Choose a sound file</Trans>
        <input
          type="file"
          accept="audio/*"
          className="visually-hidden"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file === undefined) return;
            setLarge(file.size > VOICE_BYTES);
            if (file.size <= VOICE_BYTES) onVoice({ sound: file, seconds: 0 });
          }}
        />
      </Button>
      {large ? (
        <p className={styles.plain} role="alert">
          <Trans>This file is too large: five megabytes at most.</Trans>
        </p>
      ) : null}
    </fieldset>
  );
}

function Heard({ voice, drop }: { readonly voice: Voice; readonly drop: () => void }) {
  const { t } = useLingui();
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(voice.sound);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [voice.sound]);
  return (
    <div className={styles.stack}>
      {/* biome-ignore lint/a11y/useMediaCaption: it is what the person has just said */}
      <audio controls src={address} aria-label={t`What you said`} style={{ inlineSize: '100%' }} />
      <Button variant="default" leftSection={<IconTrash size={20} aria-hidden />} onClick={drop}>
        <Trans>Delete the recording</Trans>
      </Button>
    </div>
  );
}

/** The microphone, let go of at the end, after five minutes, and when the page is left. */
function useRecorder(onVoice: (voice: Voice) => void) {
  const [seconds, setSeconds] = useState(0);
  const [running, setRunning] = useState(false);
  const [denied, setDenied] = useState(false);
  const recorder = useRef<MediaRecorder>(undefined);
  const stop = () => {
    if (recorder.current?.state === 'recording') recorder.current.stop();
  };
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000);
    return () => clearInterval(timer);
  }, [running]);
  useEffect(() => {
    if (seconds >= VOICE_SECONDS) recorder.current?.stop();
  }, [seconds]);
  useEffect(
    () => () => {
      for (const track of recorder.current?.stream.getTracks() ?? []) track.stop();
    },
    [],
  );

  async function start() {
    setDenied(false);
    // A microphone that nothing can record from would stay on.
    if (typeof MediaRecorder === 'undefined') return setDenied(true);
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      const mimeType = KINDS.find((kind) => MediaRecorder.isTypeSupported(kind));
      const made = new MediaRecorder(stream, {
        ...(mimeType === undefined ? {} : { mimeType }),
        audioBitsPerSecond: 32_000,
      });
      const pieces: Blob[] = [];
      const began = performance.now();
      made.ondataavailable = ({ data }) => pieces.push(data);
      made.onstop = () => {
        for (const track of stream.getTracks()) track.stop();
        setRunning(false);
        const lasted = Math.round((performance.now() - began) / 1000);
        const sound = new Blob(pieces, { type: made.mimeType });
        if (sound.size > 0) onVoice({ sound, seconds: Math.min(lasted, VOICE_SECONDS) });
      };
      recorder.current = made;
      setSeconds(0);
      made.start(1000);
      setRunning(true);
    } catch {
      setDenied(true);
    }
  }
  return { seconds, running, denied, start, stop };
}

function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
