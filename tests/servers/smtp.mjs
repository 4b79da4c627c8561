// A real SMTP server for tests. Writes each message whole as N.eml and its envelope as N.json into a folder.
//
//   node smtp.mjs --folder DIR [--port 0] [--host 127.0.0.1] [--tls off|starttls|implicit --key FILE --cert FILE]
//                 [--auth USER:PASSWORD] [--methods PLAIN,LOGIN] [--size BYTES] [--delay MILLISECONDS]
//                 [--fail STEP=CODE]… [--flaky SEED] [--follow-stdin]
//
// STEP is connect, mail, data or rcpt:ADDRESS; CODE is the answer, such as 451 or 550. Each --fail holds for every
// message; with CODE*N for the first N only. With --flaky one message in five fails, as the seed decides: refused for now
// at RCPT or after DATA, or kept but the connection cut before the answer; and one in twenty is slow. Prints the port on a line of its own when it listens. With --follow-stdin
// it ends when its standard input does, so that it never outlives the test that started it.

import { createWriteStream, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { SMTPServer } from 'smtp-server';

const { values: options } = parseArgs({
  options: {
    folder: { type: 'string' },
    port: { type: 'string', default: '0' },
    host: { type: 'string', default: '127.0.0.1' },
    tls: { type: 'string', default: 'off' },
    key: { type: 'string' },
    cert: { type: 'string' },
    auth: { type: 'string' },
    methods: { type: 'string', default: 'PLAIN,LOGIN' },
    size: { type: 'string' },
    delay: { type: 'string', default: '0' },
    fail: { type: 'string', multiple: true, default: [] },
    flaky: { type: 'string' },
    'follow-stdin': { type: 'boolean', default: false },
  },
});

mkdirSync(options.folder, { recursive: true });
const failures = new Map(options.fail.map(text => {
  const [, step, code, times] = /^(.+)=(\d{3})(?:\*(\d+))?$/.exec(text);
  return [step, { code: Number(code), left: times ? Number(times) : Infinity }];
}));
let received = 0;

function refusal(step) {
  const failure = failures.get(step);
  if (!failure || failure.left <= 0) return null;
  failure.left--;
  return Object.assign(new Error(`refused by the test at ${step}`), { responseCode: failure.code });
}

// Mulberry32: small, and the same on every machine.
let seed = Number(options.flaky ?? 0) | 0;
function random() {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), seed | 1);
  t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
}

function flaw() {
  if (options.flaky === undefined) return null;
  const drawn = random();
  return drawn < 0.2 ? ['rcpt', 'data', 'cut'][Math.floor(drawn * 15)] : drawn < 0.25 ? 'slow' : null;
}

const deferred = step => Object.assign(new Error(`refused for now by the test at ${step}`), { responseCode: 451 });

function cut(session) {
  for (const connection of server.connections) if (connection.session === session) connection._socket.destroy();
}

const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

const step = name => (...args) => args.at(-1)(refusal(name));

async function take(stream, session) {
  const name = String(++received).padStart(6, '0');
  const path = join(options.folder, `${name}.eml`);
  await pipeline(stream, createWriteStream(`${path}.part`));
  if (stream.sizeExceeded) throw Object.assign(new Error('too large'), { responseCode: 552 });
  const refused = refusal('data');
  if (refused) throw refused;
  if (session.flaw === 'data') throw deferred('data');
  if (options.delay !== '0') await pause(Number(options.delay));
  if (session.flaw === 'slow') await pause(3000);
  const { mailFrom, rcptTo } = session.envelope;
  const envelope = {
    from: mailFrom.address ?? '',
    arguments: mailFrom.args,
    to: rcptTo.map(recipient => recipient.address),
    clientName: session.hostNameAppearsAs,
    secure: session.secure,
    user: session.user ?? null,
  };
  writeFileSync(join(options.folder, `${name}.json`), JSON.stringify(envelope));
  renameSync(`${path}.part`, path);
  if (session.flaw === 'cut') cut(session);
  return `kept as ${name}`;
}

const disabled = [];
if (options.tls !== 'starttls') disabled.push('STARTTLS');
if (!options.auth) disabled.push('AUTH');

const server = new SMTPServer({
  secure: options.tls === 'implicit',
  ...(options.key ? { key: readFileSync(options.key), cert: readFileSync(options.cert) } : {}),
  disabledCommands: disabled,
  allowInsecureAuth: options.tls === 'off',
  authMethods: options.methods.split(','),
  authOptional: !options.auth,
  disableReverseLookup: true,
  size: options.size ? Number(options.size) : undefined,
  onConnect: step('connect'),
  onMailFrom: (address, session, callback) => {
    session.flaw = flaw();
    callback(refusal('mail'));
  },
  onRcptTo: (address, session, callback) =>
    callback(session.flaw === 'rcpt' ? deferred('rcpt') : refusal(`rcpt:${address.address}`)),
  onAuth: ({ username, password }, session, callback) =>
    `${username}:${password}` === options.auth
      ? callback(null, { user: username })
      : callback(Object.assign(new Error('wrong user name or password'), { responseCode: 535 })),
  onData: (stream, session, callback) => take(stream, session).then(text => callback(null, text), callback),
});

server.on('error', error => console.error(error.message));
server.listen(Number(options.port), options.host, () => console.log(server.server.address().port));
if (options['follow-stdin']) process.stdin.resume().on('end', () => process.exit(0));
