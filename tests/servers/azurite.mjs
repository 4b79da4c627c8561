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
let closed = 0;
const print = console.log;
console.log = (...texts) => {
  const found = /Azurite (Blob|Queue|Table) service is successfully listening at http:\/\/[^:]+:(\d+)/.exec(texts.join(' '));
  if (/successfully closed/.test(texts.join(' ')) && ++closed === 3) process.exit(0);
  if (!found) return;
  listening.set(found[1], found[2]);
  if (listening.size === 3) print(['Blob', 'Queue', 'Table'].map(service => listening.get(service)).join(' '));
};

// Asked to end, it first writes down what it has answered; cut off, it would lose what came in the last seconds.
if (options['follow-stdin']) {
  process.stdin.on('end', () => {
    if (!process.emit('SIGINT')) process.exit(0);
    setTimeout(() => process.exit(0), 10_000).unref();
  });
  process.stdin.resume();
}

process.argv.splice(2, Infinity, '--location', options.folder, '--blobPort', blob, '--queuePort', queue, '--tablePort', table,
  '--disableTelemetry', '--silent');
createRequire(import.meta.url)('azurite/dist/src/azurite.js');
