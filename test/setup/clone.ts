import { randomBytes } from 'node:crypto';
import { type DatabaseUrls, withClient } from '#server/postgres/roles.ts';

/** Copies a template into a database named after this process, and returns the name. */
export async function cloneTemplate(superuserUrl: string, template: string): Promise<string> {
  const name = `test_${process.pid}_${randomBytes(5).toString('hex')}`;
  await withClient(superuserUrl, async (admin) => {
    await admin.query(`create database ${name} template ${template} strategy file_copy`);
    // Rights on the database itself are not copied.
    await admin.query(`alter database ${name} owner to homeward_owner`);
    await admin.query(`revoke all on database ${name} from public`);
    await admin.query(
      `grant connect on database ${name}
         to homeward_app, homeward_auth, homeward_jobs, homeward_exchange`,
    );
  });
  return name;
}

export async function dropClone(superuserUrl: string, name: string): Promise<void> {
  await withClient(superuserUrl, (admin) => admin.query(`drop database ${name} with (force)`));
}

/** The same connection strings, to another database. */
export function urlsTo(urls: DatabaseUrls, database: string): DatabaseUrls {
  return {
    owner: urlTo(urls.owner, database),
    app: urlTo(urls.app, database),
    auth: urlTo(urls.auth, database),
    jobs: urlTo(urls.jobs, database),
    exchange: urlTo(urls.exchange, database),
  };
}

export function urlTo(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}
