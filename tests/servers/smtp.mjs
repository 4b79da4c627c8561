// A real SMTP server for tests. Writes each message whole as N.eml and its envelope as N.json into a folder.
//
//   node smtp.mjs --folder DIR [--port 0] [--host 127.0.0.1] [--tls off|starttls|implicit --key FILE --cert FILE]
//                 [--auth USER:PASSWORD] [--token TEXT]… [--methods PLAIN,LOGIN] [--size BYTES] [--delay MILLISECONDS]
//                 [--idle MILLISECONDS] [--quit-delay MILLISECONDS] [--fail STEP=CODE]… [--cut N] [--flaky SEED]
//                 [--journal] [--follow-stdin]
//
// STEP is connect, ehlo, starttls, auth, mail, data or rcpt:ADDRESS; CODE is the answer, such as 451 or 550. Each --fail holds for every
// message; with CODE*N for N only, and with CODE*N@K those begin at the Kth. Each --token is taken by XOAUTH2, with TEXT*N for the first N logins only; the
// rest are refused as Exchange Online does, by a challenge and then 535. With --idle a connection that lies still for so
// long is closed with 421; with --quit-delay the answer to QUIT is late. With --journal the folder has journal.txt: the
// number of the connection and connect, each command's first word, 421 where it is sent, or close, in order. With --cut the
// first N messages are kept, but their connections cut before the answer. With --flaky one message in five fails, as the seed decides: refused for now
// at RCPT or after DATA, or kept but the connection cut before the answer; and one in twenty is slow. Prints the port on a
// line of its own when it listens. With --follow-stdin it ends when its standard input does, so that it never outlives the
// test that started it.

import { appendFileSync, createWriteStream, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
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
    token: { type: 'string', multiple: true, default: [] },
    methods: { type: 'string', default: 'PLAIN,LOGIN' },
    size: { type: 'string' },
    delay: { type: 'string', default: '0' },
    idle: { type: 'string' },
    'quit-delay': { type: 'string', default: '0' },
    fail: { type: 'string', multiple: true, default: [] },
    cut: { type: 'string', default: '0' },
    flaky: { type: 'string' },
    journal: { type: 'boolean', default: false },
    'follow-stdin': { type: 'boolean', default: false },
  },
});

mkdirSync(options.folder, { recursive: true });
const failures = new Map(options.fail.map(text => {
  const [, step, code, times, first] = /^(.+)=(\d{3})(?:\*(\d+)(?:@(\d+))?)?$/.exec(text);
  return [step, { code: Number(code), before: first ? Number(first) - 1 : 0, left: times ? Number(times) : Infinity }];
}));
let received = 0;
let cutsLeft = Number(options.cut);

function refusal(step) {
  const failure = failures.get(step);
  if (!failure || failure.before-- > 0 || failure.left <= 0) return null;
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

const connectionOf = session => [...server.connections].find(connection => connection.session === session);

const cut = session => connectionOf(session)?._socket.destroy();

const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

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
  if (session.flaw === 'cut' || cutsLeft-- > 0) cut(session);
  return `kept as ${name}`;
}

const tokens = new Map(options.token.map(text => {
  const [, token, times] = /^(.+?)(?:\*(\d+))?$/.exec(text);
  return [token, times ? Number(times) : Infinity];
}));

function logIn({ method, username, password, accessToken }) {
  const refused = refusal('auth');
  if (refused) throw refused;
  if (method === 'XOAUTH2') {
    const left = tokens.get(accessToken) ?? 0;
    tokens.set(accessToken, left - 1);
    return left > 0 ? { user: username } : { data: { status: '401', schemes: 'bearer', scope: 'smtp' } };
  }
  if (`${username}:${password}` === options.auth) return { user: username };
  throw Object.assign(new Error('wrong user name or password'), { responseCode: 535 });
}

const numbers = new Map();
function note(id, what) {
  if (!options.journal) return;
  if (!numbers.has(id)) numbers.set(id, numbers.size + 1);
  appendFileSync(join(options.folder, 'journal.txt'), `${numbers.get(id)} ${what}\n`);
}

const silent = () => {};
const gone = new Set(); // the package says it twice
const logger = {
  ...Object.fromEntries(['trace', 'warn', 'error', 'fatal'].map(level => [level, silent])),
  info: ({ tnx, cid }) => {
    if (tnx !== 'close' || gone.has(cid)) return;
    gone.add(cid);
    note(cid, 'close');
  },
  debug: (entry, sign, text) => {
    if (entry.tnx === 'command') note(entry.cid, entry.command);
    if (entry.tnx === 'send' && text.startsWith('421')) note(entry.cid, '421');
  },
};

function connected(session, callback) {
  note(session.id, 'connect');
  const connection = connectionOf(session);
  // The server asks nobody about these; the answer is sent in its place.
  for (const step of ['ehlo', 'starttls']) {
    const name = `handler_${step.toUpperCase()}`;
    const handler = connection[name];
    connection[name] = (command, done) => {
      const refused = refusal(step);
      if (!refused) return handler.call(connection, command, done);
      connection.send(refused.responseCode, refused.message);
      done();
    };
  }
  if (options['quit-delay'] !== '0') {
    const quit = connection.handler_QUIT;
    connection.handler_QUIT = (...args) => setTimeout(() => quit.apply(connection, args), Number(options['quit-delay']));
  }
  callback(refusal('connect'));
}

const loginOffered = options.auth || options.token.length > 0;
const disabled = [];
if (options.tls !== 'starttls') disabled.push('STARTTLS');
if (!loginOffered) disabled.push('AUTH');

const server = new SMTPServer({
  secure: options.tls === 'implicit',
  ...(options.key ? { key: readFileSync(options.key), cert: readFileSync(options.cert) } : {}),
  disabledCommands: disabled,
  allowInsecureAuth: options.tls === 'off',
  authMethods: options.token.length > 0 ? ['XOAUTH2'] : options.methods.split(','),
  authOptional: !loginOffered,
  disableReverseLookup: true,
  size: options.size ? Number(options.size) : undefined,
  logger,
  ...(options.idle ? { socketTimeout: Number(options.idle) } : {}),
  onConnect: connected,
  onMailFrom: (address, session, callback) => {
    session.flaw = flaw();
    callback(refusal('mail'));
  },
  onRcptTo: (address, session, callback) =>
    callback(session.flaw === 'rcpt' ? deferred('rcpt') : refusal(`rcpt:${address.address}`)),
  onAuth: (login, session, callback) => {
    try {
      callback(null, logIn(login));
    } catch (refused) {
      callback(refused);
    }
  },
  onData: (stream, session, callback) => take(stream, session).then(text => callback(null, text), callback),
});

server.on('error', error => console.error(error.message));
server.listen(Number(options.port), options.host, () => console.log(server.server.address().port));
if (options['follow-stdin']) process.stdin.resume().on('end', () => process.exit(0));
