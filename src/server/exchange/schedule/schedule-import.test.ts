import { describe, expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { participant } from '#test/exchange.ts';
import { testServer } from '#test/http.ts';

const database = await testDatabase();
const server = await testServer(database);
const nodira = await participant(server, 'nodira');
const meilin = await participant(server, 'meilin');
const EDITION = '/api/exchange/editions/homecoming-2';
const draft = async () => (await nodira.request('GET', `${EDITION}/schedule`)).json();

describe('a schedule of another system', () => {
  const send = (
    text: string,
    dry: 'yes' | 'no',
    who = nodira,
    lang = 'ru',
    cut = false,
    more = '',
  ) => {
    const boundary = '----homeward-test';
    const head = 'content-disposition: form-data; name="file"; filename="schedule.xml"';
    const lines = [`--${boundary}`, head, '', text, ...(cut ? [] : [`--${boundary}--`, ''])];
    const payload = lines.join('\r\n');
    return server.app.inject({
      ...{
        method: 'POST',
        url: `${EDITION}/schedule/import?dry=${dry}&lang=${lang}${more}`,
        payload,
      },
      headers: {
        'content-type': `multipart/form-data; boundary=${boundary}`,
        cookie: [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
    });
  };
  const guid = '5f0a4c1e-7d1a-4f57-9c0e-0d7b0f6f0a11';
  const halfRooms = (
    first: string,
  ) => `<schedule><version>1</version><conference><title>Other</title></conference>
    <day index="1" date="${first}"><room name="Silk room"><event guid="${guid}" id="1"><title>Занятие</title>
    <date>${first}T18:00:00+05:00</date><duration>00:30</duration><room>Silk room</room><persons><person>A. B.</person></persons></event></room>
    <room><event guid="5f0a4c1e-7d1a-4f57-9c0e-0d7b0f6f0a12" id="2"><title>&lt;img src=x onerror=alert(1)&gt; Без зала</title>
    <date>1999-01-01T10:00:00+05:00</date><duration>00:30</duration></event></room></day></schedule>`;

  it('comes in as a draft after a dry run that says what is missing, and only once', async () => {
    const { edition } = await draft();
    const text = halfRooms(edition.starts_on);
    const dry = (await send(text, 'yes')).json();
    expect(dry).toMatchObject({ done: false, sessions: 2, placed: 2, known: 0, rooms: [] });
    expect(
      dry.remarks.map((one: { row: number; remark: string }) => `${one.row} ${one.remark}`),
    ).toEqual([...['2 room_missing', '2 outside_edition']]);
    expect((await draft()).sessions).toHaveLength(12);
    // Half of its rooms are missing: nothing comes in before it is said what becomes of them.
    expect(dry).toMatchObject({ without_room: 1 });
    const unsaid = await send(text, 'no');
    expect(unsaid.json()).toMatchObject({ code: 'schedule_rooms_missing', details: { count: 1 } });
    const say = (choice: string, run: 'yes' | 'no' = 'yes') =>
      send(text, run, nodira, 'ru', false, choice);
    expect(
      (await say(`&no_room=0195a000-0000-7000-8000-000000000001`)).json().fields,
    ).toMatchObject([{ code: 'unknown' }]);
    expect((await say('&no_room=skip')).json()).toMatchObject({ sessions: 1, known: 0 });
    expect((await say('&no_room=skip&new_rooms=leave')).json()).toMatchObject({ sessions: 1 });
    expect((await draft()).sessions).toHaveLength(12);
    const hall = (await draft()).rooms[0].id;
    expect((await say(`&no_room=${hall}`, 'no')).json()).toMatchObject({ done: true, sessions: 2 });
    const after = (await draft()).sessions;
    expect(after).toHaveLength(14);
    expect(
      after.find((one: { named_in_file: string[] }) => one.named_in_file.includes('A. B.')),
    ).toMatchObject({
      ...{ state: 'draft', title: { source: 'ru' }, people: [] },
    });
    const brought = after.find((one: { title: { versions: { ru?: { text: string } } } }) =>
      one.title.versions.ru?.text.includes('Без зала'),
    );
    expect(brought.room_id).toBe(hall);
    expect((await send(text, 'no')).json()).toMatchObject({ sessions: 0, known: 2 });
    // Whom the file names is matched by the organiser; no account comes of it.
    const named = after.find((one: { named_in_file: string[] }) => one.named_in_file.length > 0);
    const { kind, rule, do_not_record, track_id, version, languages } = named;
    const people = [{ participant_id: meilin.id, part: 'speaker', name: 'A. B.', alias: false }];
    const matched = await nodira.request('PUT', `/api/exchange/sessions/${named.id}`, {
      ...{ kind, rule, do_not_record, track_id, version, languages, people, addresses: {} },
      ...{ minutes: named.minutes, named: [] },
    });
    expect(matched.statusCode).toBe(200);
    const [left] = (await draft()).sessions.filter((one: { id: string }) => one.id === named.id);
    expect([left.named_in_file, left.people.length]).toEqual([[], 1]);
    // A room or track with something in it stays, and says what is there; an empty one goes.
    const { rooms, tracks } = await draft();
    for (const [noun, all] of [
      ['room', rooms],
      ['track', tracks],
    ] as const) {
      const full = await nodira.request('DELETE', `/api/exchange/${noun}s/${all[0].id}`);
      expect(full.json()).toMatchObject({ status: 409, code: `${noun}_in_use` });
      expect(full.json().details.sessions).toBeGreaterThan(0);
      const empty =
        noun === 'room'
          ? '0195a000-0000-7000-8000-000000000021'
          : '0195a000-0000-7000-8000-000000000022';
      const name = { lang: 'en', text: 'Nobody’s' };
      await nodira.request('POST', `/api/exchange/${noun}s`, {
        id: empty,
        edition_id: (await draft()).edition.id,
        name,
      });
      expect((await meilin.request('DELETE', `/api/exchange/${noun}s/${empty}`)).statusCode).toBe(
        404,
      );
      expect((await nodira.request('DELETE', `/api/exchange/${noun}s/${empty}`)).statusCode).toBe(
        200,
      );
      expect((await nodira.request('DELETE', `/api/exchange/${noun}s/${empty}`)).statusCode).toBe(
        404,
      );
    }
    // Nothing of it is public before the next release.
    const page = await server.stranger().request('GET', '/exchange/en/homecoming-2/programme');
    expect(page.body.match(/<li class="card">/g)).toHaveLength(12);
  });

  // Broken on purpose: with the look at the file answering nothing, and with rooms left out of what a release looks at.
  it('tells by session where its words may point to somebody, loses nothing of it, and waits at the release', async () => {
    const first = (await draft()).edition.starts_on;
    const event = (at: number, title: string, abstract: string, room: string) =>
      `<room name="${room}"><event guid="5f0a4c1e-7d1a-4f57-9c0e-0d7b0f6f0b1${at}" id="${at}"><title>${title}</title>
      <abstract>${abstract}</abstract><date>${first}T0${at}:00:00+05:00</date><duration>00:30</duration><room>${room}</room>
      </event></room>`;
    const text = `<schedule><version>1</version><conference><title>Other</title></conference>
      <day index="1" date="${first}">${event(1, 'Evening', 'Passport AB1234567 of a guest.', 'Yard')}
      ${event(2, 'Madina Karimova, 14, tells', 'A quiet talk.', 'Yard')}
      ${event(3, 'Quiet', 'Nobody in it.', 'Room of Zarina, 15 years old')}</day></schedule>`;
    const looked = (await send(text, 'yes', nodira, 'en')).json();
    const lines = looked.found.map(
      (one: { row: number; field: string; words: string }) =>
        `${one.row} ${one.field} ${one.words}`,
    );
    expect(lines.some((line: string) => /^1 abstract .*AB1234567/.test(line))).toBe(true);
    expect(lines.some((line: string) => line.startsWith('2 title Madina Karimova'))).toBe(true);
    expect(lines.some((line: string) => line.startsWith('3 room'))).toBe(true);
    expect(looked.found_in_all).toBe(looked.found.length);
    // Nothing of the file is kept out: it is a draft, and what was found is told again.
    const done = (await send(text, 'no', nodira, 'en')).json();
    expect(done).toMatchObject({ done: true, sessions: 3, found: looked.found });
    const { released, sessions } = await draft();
    const evening = sessions.find(
      (one: { title: { versions: { en?: { text: string } } } }) =>
        one.title.versions.en?.text === 'Evening',
    );
    expect(evening.abstract.versions.en.text).toContain('AB1234567');
    // The number of a document is said nowhere; taken out, the rest waits for a second editor, rooms as well.
    const release = () =>
      nodira.request('POST', `${EDITION}/versions`, { seen: released.number as number });
    expect((await release()).json().fields).toMatchObject([{ code: 'person_document_number' }]);
    const words = `/api/exchange/wordings/session/${evening.id}/abstract`;
    const said = { lang: 'en', text: 'A guest speaks.', seen: 1 };
    expect((await nodira.request('PUT', words, said)).statusCode).toBe(200);
    expect((await release()).statusCode).toBe(202);
    const look = `/api/exchange/looks/programme/${(await draft()).edition.id}`;
    const fields = (await nodira.request('GET', look))
      .json()
      .look.findings.map((one: { field: string }) => one.field);
    expect(fields.some((field: string) => /^room\d+\.en$/.test(field))).toBe(true);
    expect(fields.some((field: string) => /^title_\d+\.en$/.test(field))).toBe(true);
  });

  it('that cannot be read is refused whole, by name', async () => {
    const codes: Record<string, string> = {
      '<!DOCTYPE x [<!ENTITY a "b">]><schedule>&a;</schedule>': 'schedule_has_doctype',
      '<schedule><oops>': 'schedule_not_read',
      '{"schedule": {}}': 'schedule_not_a_schedule',
      '{"schedule": {"conference": {"title": "x"}}}': 'schedule_empty',
      '{"schedule": 1e400': 'schedule_not_read',
      '': 'file_empty',
    };
    for (const [text, code] of Object.entries(codes)) {
      const answer = await send(text, 'no');
      expect([text, answer.json().code]).toEqual([text, code]);
    }
    // A connection that broke off in the middle.
    expect((await send('<schedule>', 'no', nodira, 'ru', true)).json().code).toBe(
      'schedule_not_read',
    );
    expect((await send('x'.repeat(3_100_000), 'yes')).statusCode).toBe(413);
    expect((await send(halfRooms('2027-01-01'), 'no', meilin)).statusCode).toBe(404);
    expect((await send('<a/>', 'yes', nodira, 'no-such')).json().code).toBe('invalid_input');
    expect((await draft()).sessions).toHaveLength(17);
  });
});
