import pg from 'pg';

// A day has no zone: `2026-11-24` stays text. The driver would make midnight of the server's zone of it.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
