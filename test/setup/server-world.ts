import type { TestProject } from 'vitest/node';
import { urlsOf } from '#server/postgres/provision.ts';
import type { DatabaseUrls } from '#server/postgres/roles.ts';
import { startTestCluster, type Templates, templates } from './test-cluster.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    templates: Templates;
    superuserUrl: string;
    /** To a database named `database`: each test file puts its own name there. */
    urls: DatabaseUrls;
  }
}

/** Once a run of server tests: the cluster, and the templates that each test file clones. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startTestCluster();
  try {
    project.provide('templates', await templates(cluster));
  } catch (problem) {
    await cluster.stop();
    throw problem;
  }
  project.provide('superuserUrl', cluster.urlFor('postgres', 'postgres'));
  project.provide('urls', urlsOf(cluster, 'database'));
  return () => cluster.stop();
}
