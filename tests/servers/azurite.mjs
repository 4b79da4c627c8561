// Azurite, the storage emulator, for tests: its three services on ports that are free, or on those that are given.
//
//   node azurite.mjs --folder DIR [--ports BLOB,QUEUE,TABLE] [--follow-stdin]
//
// Prints the three ports on one line, parted by spaces, when all listen. With --follow-stdin it ends when its standard
// input does, so that it never outlives the test that started it.

import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';

const { values: options } = parseArgs({
  options: {
    folder: { type: 'string' },
    ports: { type: 'string', default: '0,0,0' },
    'follow-stdin': { type: 'boolean', default: false },
  },
});

const [blob, queue, table] = options.ports.split(',');
const listening = new Map();
const print = console.log;
console.log = (...texts) => {
  const found = /Azurite (Blob|Queue|Table) service is successfully listening at http:\/\/[^:]+:(\d+)/.exec(texts.join(' '));
  if (!found) return;
  listening.set(found[1], found[2]);
  if (listening.size === 3) print(['Blob', 'Queue', 'Table'].map(service => listening.get(service)).join(' '));
};

if (options['follow-stdin']) {
  process.stdin.on('end', () => process.exit(0));
  process.stdin.resume();
}

process.argv.splice(2, Infinity, '--location', options.folder, '--blobPort', blob, '--queuePort', queue, '--tablePort', table,
  '--disableTelemetry', '--silent');
createRequire(import.meta.url)('azurite/dist/src/azurite.js');
