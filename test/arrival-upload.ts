import { expect } from 'vitest';
import type { ArrivalList, ListColumns } from '#domain/arrival/list.ts';
import type { Caller } from './http.ts';

const BOUNDARY = '----homeward-test';

/** Sends a file as a browser's form does. */
export async function upload(
  caller: Caller,
  app: { inject: Inject },
  content: Buffer | string,
  url = '/api/arrival-lists',
) {
  const payload = Buffer.concat([
    Buffer.from(
      `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="list.csv"\r\n` +
        'content-type: text/csv\r\n\r\n',
    ),
    Buffer.from(content),
    Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
  ]);
  return app.inject({
    method: 'POST',
    url,
    payload,
    headers: {
      'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
      cookie: [...caller.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    },
  });
}

type Inject = (options: {
  method: 'POST';
  url: string;
  payload: Buffer;
  headers: Record<string, string>;
}) => Promise<{ statusCode: number; body: string; json(): unknown }>;

/** Uploads a list, takes the guess with the answers given, and returns the list's id. */
export async function uploaded(
  caller: Caller,
  app: { inject: Inject },
  content: Buffer | string,
  answers: Record<string, unknown> = {},
  plan: Record<string, unknown> = {},
): Promise<string> {
  const reply = await upload(caller, app, content);
  expect(reply.statusCode, reply.body).toBe(201);
  const { id } = reply.json() as ArrivalList;
  const looked = await caller.request('GET', `/api/arrival-lists/${id}/columns`);
  expect(looked.statusCode, looked.body).toBe(200);
  const { columns, name_order } = looked.json() as ListColumns;
  const mapping = {
    columns: columns.flatMap(({ column, field }) => (field === undefined ? [] : { column, field })),
    context: 'conflict_zone',
    ...(name_order === undefined ? {} : { name_order }),
    ...answers,
  };
  const mapped = await caller.request('PUT', `/api/arrival-lists/${id}/mapping`, {
    mapping,
    ...plan,
  });
  expect(mapped.statusCode, mapped.body).toBe(200);
  return id;
}

/** Says `check`, `import` or `undo`, and waits until the list has come to rest. */
export async function carriedOut(
  caller: Caller,
  id: string,
  act: 'check' | 'import' | 'undo',
  seconds = 60,
): Promise<ArrivalList> {
  const begun = await caller.request('POST', `/api/arrival-lists/${id}/${act}`);
  expect(begun.statusCode, begun.body).toBe(202);
  return atRest(caller, id, seconds);
}

export async function atRest(caller: Caller, id: string, seconds = 60): Promise<ArrivalList> {
  for (let tries = 0; tries < seconds * 20; tries += 1) {
    const list = await oneList(caller, id);
    if (!['checking', 'importing', 'undoing'].includes(list.state)) return list;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the list did not come to rest');
}

export async function oneList(caller: Caller, id: string): Promise<ArrivalList> {
  const reply = await caller.request('GET', `/api/arrival-lists/${id}`);
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json() as ArrivalList;
}
