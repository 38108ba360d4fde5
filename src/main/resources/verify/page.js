"use strict";
/* Checks a bundle of the ledger in the browser alone: RFC 6962, C2SP's notes and checkpoints, nothing from any network. */
const { texts, kinds } = JSON.parse(document.getElementById("texts").textContent);

class Refused extends Error {
  constructor(fault, where = "") {
    super(fault + " " + where);
    this.fault = fault;
    this.where = where;
  }
}
const need = (holds, fault, where) => { if (!holds) throw new Refused(fault, where); };

/* ---- Bytes and texts, each in one form only ---- */
const utf8 = new TextEncoder();
const bytesOf = text => utf8.encode(text);
const textOf = (bytes, where) => {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Refused("NOT_TEXT", where);
  }
};
const joined = (...parts) => {
  const all = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) { all.set(part, at); at += part.length; }
  return all;
};
const same = (a, b) => a.length === b.length && a.every((byte, i) => byte === b[i]);
const hex = bytes => Array.from(bytes, byte => byte.toString(16).padStart(2, "0")).join("");
const base64 = bytes => btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(""));
const fromBase64 = text => {
  try {
    const bytes = Uint8Array.from(atob(text), c => c.charCodeAt(0));
    if (base64(bytes) === text) return bytes;
  } catch { /* refused below */ }
  throw new Refused("NOT_BASE64", String(text).slice(0, 80));
};
const hashOf = text => {
  const bytes = fromBase64(text);
  need(bytes.length === 32, "NOT_BASE64", text);
  return bytes;
};
const number = (text, fault) => {
  need(/^(0|[1-9][0-9]{0,15})$/.test(text) && Number.isSafeInteger(Number(text)), fault, text.slice(0, 80));
  return Number(text);
};
const sha256 = async (...parts) => new Uint8Array(await crypto.subtle.digest("SHA-256", joined(...parts)));

/* ---- Canonical JSON: what is read is written again and compared ---- */
const canonical = (value, depth = 0) => {
  need(depth < 40, "NOT_CANONICAL");
  if (value === null || value === true || value === false) return String(value);
  if (typeof value === "number") {
    need(Number.isSafeInteger(value), "NOT_CANONICAL");
    return String(value);
  }
  if (typeof value === "string") {
    need(value.normalize("NFC") === value && !/\p{Cs}/u.test(value), "NOT_CANONICAL");
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return "[" + value.map(part => canonical(part, depth + 1)).join(",") + "]";
  return "{" + Object.keys(value).sort().map(key => {
    need(/^[a-z][A-Za-z0-9]{0,30}$/.test(key), "NOT_CANONICAL");
    return JSON.stringify(key) + ":" + canonical(value[key], depth + 1);
  }).join(",") + "}";
};
const parse = (bytes, where) => {
  const text = textOf(bytes, where);
  let value, again;
  try {
    value = JSON.parse(text);
    again = canonical(value);
  } catch {
    throw new Refused("NOT_CANONICAL", where);
  }
  need(again === text && isObject(value), "NOT_CANONICAL", where);
  return value;
};
const isObject = value => typeof value === "object" && value !== null && !Array.isArray(value);
const has = (object, name) => Object.prototype.hasOwnProperty.call(object, name);
const haveOnly = (object, names, where) =>
  need(Object.keys(object).sort().join() === names.join(), "WRONG_SHAPE", where);
const textIn = (object, name, where) => {
  need(has(object, name) && typeof object[name] === "string", "WRONG_SHAPE", where + " " + name);
  return object[name];
};
const numberIn = (object, name, where) => {
  need(has(object, name) && typeof object[name] === "number" && object[name] >= 0, "WRONG_SHAPE", where + " " + name);
  return object[name];
};
const uuidIn = (object, name, where) => {
  const text = textIn(object, name, where);
  need(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text), "WRONG_SHAPE", where + " " + name);
  return text;
};
const objectIn = (object, name, where) => {
  need(has(object, name) && isObject(object[name]), "WRONG_SHAPE", where + " " + name);
  return object[name];
};
const hashesIn = (object, name, where) => {
  const list = object[name];
  need(Array.isArray(list) && list.length <= 64 && list.every(text => typeof text === "string"), "WRONG_SHAPE", where + " " + name);
  return list.map(hashOf);
};
const orNull = (read, object, name, where) => (has(object, name) && object[name] !== null ? read(object, name, where) : null);

/* ---- The tree of RFC 6962 ---- */
const leafHash = data => sha256([0], data);
const nodeHash = (left, right) => sha256([1], left, right);
const half = n => Math.floor(n / 2);
const odd = n => n % 2 === 1;

async function includes(leaf, index, path, size, root) {
  if (index >= size) return false;
  let at = index, last = size - 1, hash = leaf;
  for (const beside of path) {
    if (last === 0) return false;
    if (odd(at) || at === last) {
      hash = await nodeHash(beside, hash);
      while (!odd(at) && at !== 0) { at = half(at); last = half(last); }
    } else {
      hash = await nodeHash(hash, beside);
    }
    at = half(at);
    last = half(last);
  }
  return last === 0 && same(hash, root);
}

async function grewOutOf(earlier, now, proof) {
  if (earlier.size > now.size) return false;
  if (earlier.size === 0) return proof.length === 0;
  if (earlier.size === now.size) return proof.length === 0 && same(earlier.root, now.root);
  let at = earlier.size - 1, last = now.size - 1;
  while (odd(at)) { at = half(at); last = half(last); }
  const hashes = [...proof];
  if (hashes.length === 0) return false;
  let before = at === 0 ? earlier.root : hashes.shift();
  let after = before;
  for (const beside of hashes) {
    if (last === 0) return false;
    if (odd(at) || at === last) {
      before = await nodeHash(beside, before);
      after = await nodeHash(beside, after);
      while (!odd(at) && at !== 0) { at = half(at); last = half(last); }
    } else {
      after = await nodeHash(after, beside);
    }
    at = half(at);
    last = half(last);
  }
  return last === 0 && same(before, earlier.root) && same(after, now.root);
}

/* ---- Keys, notes, checkpoints as C2SP writes them ---- */
const isName = name => /^[^\s+\p{Cc}\p{Cs}\p{Z}]{1,200}$/u.test(name);

async function readKey(line) {
  const [vkey, range, ...more] = line.split(/\s+/);
  const parts = /^([^+]*)\+([0-9a-f]{8})\+(.*)$/.exec(vkey);
  need(parts && isName(parts[1]) && more.length === 0, "NOT_A_KEY");
  const bytes = fromBase64(parts[3]);
  need(bytes.length === 33 && bytes[0] === 1, "NOT_A_KEY", parts[1]);
  const id = hex((await sha256(bytesOf(parts[1] + "\n"), bytes)).slice(0, 4));
  const sizes = range === undefined ? ["", "0", ""] : /^(0|[1-9][0-9]{0,15})-((?:0|[1-9][0-9]{0,15})?)$/.exec(range);
  need(id === parts[2] && sizes, "NOT_A_KEY", parts[1]);
  let key;
  try {
    key = await crypto.subtle.importKey("raw", bytes.slice(1), { name: "Ed25519" }, false, ["verify"]);
  } catch {
    throw new Refused("NOT_A_KEY", parts[1]);
  }
  return { name: parts[1], id, key, from: Number(sizes[1]), to: sizes[2] === "" ? Infinity : Number(sizes[2]) };
}

async function readKeys(text) {
  const lines = text.split(/\r?\n/).map(line => line.trim()).filter(line => line && !line.startsWith("#"));
  need(lines.length > 0, "NOT_A_KEY");
  return Promise.all(lines.map(readKey));
}

async function openNote(note, keys) {
  const blank = note.lastIndexOf("\n\n");
  need(blank >= 0 && note.endsWith("\n") && blank + 2 < note.length && !/[\u0000-\u0009\u000b-\u001f]|\p{Cs}/u.test(note), "NOT_A_NOTE");
  const text = note.slice(0, blank + 1);
  const checkpoint = readCheckpoint(text);
  const valid = keys.filter(key => key.from <= checkpoint.size && checkpoint.size <= key.to);
  const lines = note.slice(blank + 2, -1).split("\n").map(line => {
    const parts = line.split(" ");
    need(parts.length === 3 && parts[0] === "\u2014" && isName(parts[1]), "NOT_A_NOTE");
    const bytes = fromBase64(parts[2]);
    need(bytes.length >= 5, "NOT_A_NOTE", parts[1]);
    return { name: parts[1], id: hex(bytes.slice(0, 4)), signature: bytes.slice(4) };
  });
  need(lines.length <= 100, "NOT_A_NOTE");
  let own = false;
  for (const line of lines) {
    for (const key of valid.filter(key => key.name === line.name && key.id === line.id)) {
      const fits = await crypto.subtle.verify({ name: "Ed25519" }, key.key, line.signature, bytesOf(text));
      need(fits, "BAD_SIGNATURE", key.name + "+" + key.id);
      own = own || key.name === checkpoint.origin;
    }
  }
  need(own, "UNKNOWN_KEY", [...new Set(lines.map(line => line.name + "+" + line.id))].sort().join(", "));
  return checkpoint;
}

function readCheckpoint(text) {
  const lines = text.split("\n");
  need(lines.length === 4 && lines[3] === "" && isName(lines[0]), "NOT_A_CHECKPOINT");
  return { origin: lines[0], size: number(lines[1], "NOT_A_CHECKPOINT"), root: hashOf(lines[2]), rootText: lines[2] };
}

/* ---- The ZIP, which has one form only ---- */
const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  for (let k = 0; k < 8; k++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
  return n >>> 0;
});
const crc32 = bytes => {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = crcTable[(crc ^ byte) & 0xff] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
};
const little = (...fields) => joined(...fields.map(([value, size]) =>
  Uint8Array.from({ length: size }, (_, i) => Math.floor(value / 256 ** i) % 256)));

function unzip(file) {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const parts = new Map(), written = [], directory = [];
  let at = 0;
  while (file.length - at >= 30 && view.getUint32(at, true) === 0x04034b50) {
    const size = view.getUint32(at + 22, true), content = at + 30 + view.getUint16(at + 26, true);
    need(content + size <= file.length && parts.size < 1000, "NOT_A_BUNDLE", "ZIP");
    const name = file.slice(at + 30, content), bytes = file.subarray(content, content + size);
    const text = textOf(name, "ZIP");
    need(!parts.has(text), "NOT_A_BUNDLE", "ZIP");
    parts.set(text, bytes);
    const common = little([10, 2], [0x0800, 2], [0, 2], [0, 2], [0x21, 2], [crc32(bytes), 4], [size, 4], [size, 4], [name.length, 2], [0, 2]);
    written.push(little([0x04034b50, 4]), common, name, bytes);
    directory.push(little([0x02014b50, 4], [10, 2]), common, little([0, 10], [at, 4]), name);
    at = content + size;
  }
  const list = joined(...directory);
  const end = little([0x06054b50, 4], [0, 4], [parts.size, 2], [parts.size, 2], [list.length, 4], [at, 4], [0, 2]);
  need(same(joined(...written, list, end), file), "NOT_A_BUNDLE", "ZIP");
  return parts;
}

const FIXED = ["README.txt", "manifest.json", "events.jsonl", "proofs.json", "checkpoint", "previous-checkpoint", "verify.html"];
const PROOF = ".tlog-proof";

function checkNames(names) {
  const fixed = FIXED.filter(name => name !== "previous-checkpoint" || names.includes(name));
  const rest = names.slice(fixed.length);
  const isReport = name => /^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$/.test(name) && !name.endsWith(PROOF) && !FIXED.includes(name);
  need(names.slice(0, fixed.length).join("/") === fixed.join("/")
    && rest.join("/") === [...rest].sort().join("/")
    && rest.every(name => name.endsWith(PROOF)
      ? rest.includes(name.slice(0, -PROOF.length)) : isReport(name) && rest.includes(name + PROOF)), "NOT_A_BUNDLE", "ZIP");
}

/* ---- The bundle ---- */
async function checkManifest(parts) {
  const files = [];
  for (const [name, bytes] of parts) {
    if (name !== "manifest.json") files.push({ name, sha256: hex(await sha256(bytes)) });
  }
  need(parts.get("manifest.json").length <= 1 << 20, "DAMAGED", "manifest.json");
  const stated = new TextDecoder("latin1").decode(parts.get("manifest.json"));
  if (stated === canonical({ files, v: 1 })) return;
  const damaged = files.find(file => !stated.includes(file.sha256));
  throw new Refused("DAMAGED", damaged ? damaged.name : "manifest.json");
}

function readPayload(leaf, origin, where) {
  need(leaf.length <= 65535, "TOO_LARGE", where);
  const fields = parse(leaf, where);
  need(numberIn(fields, "v", where) === 1 && (origin === null || textIn(fields, "log", where) === origin), "OTHER_LOG", where);
  const item = orNull(uuidIn, fields, "item", where), rev = orNull(numberIn, fields, "rev", where);
  need((item === null) === (rev === null), "WRONG_SHAPE", where);
  return { log: textIn(fields, "log", where), event: uuidIn(fields, "event", where), action: textIn(fields, "action", where), at: textIn(fields, "at", where),
    item, rev, opens: objectIn(fields, "opens", where), detail: objectIn(fields, "detail", where) };
}

async function commitment(salt, field, subject, value) {
  const key = await crypto.subtle.importKey("raw", salt, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const message = bytesOf(["v1", field, subject, value].join("\u0000"));
  return base64(new Uint8Array(await crypto.subtle.sign("HMAC", key, message)));
}

class Entries {
  constructor(checkpoint, lines) {
    Object.assign(this, { checkpoint, lines, line: 0, last: -1 });
    this.events = [];
    this.places = new Map();
    this.erasures = new Map();
    this.claimed = [];
    this.chains = new Map();
    this.logs = new Map();
    this.takenOver = new Map();
  }

  async add(entry, where) {
    const index = numberIn(entry, "index", where);
    need(index > this.last, "WRONG_SHAPE", where);
    this.last = index;
    if (has(entry, "leaf")) {
      haveOnly(entry, ["index", "leaf", "open", "path"], where);
      await this.addOpened(entry, index);
      return;
    }
    const chained = has(entry, "item");
    haveOnly(entry, chained ? ["hash", "index", "item", "path", "rev"] : ["hash", "index", "path"], where);
    await this.prove(hashOf(textIn(entry, "hash", where)), index, hashesIn(entry, "path", where));
    const item = chained ? uuidIn(entry, "item", where) : null, rev = chained ? numberIn(entry, "rev", where) : null;
    if (chained) this.chain(item, rev, true, "#" + index);
    this.events.push({ index, outcome: "WITHHELD", item, rev, closed: 0 });
  }

  async addOpened(entry, index) {
    const where = "#" + index;
    const leaf = fromBase64(textIn(entry, "leaf", where));
    await this.prove(await leafHash(leaf), index, hashesIn(entry, "path", where));
    const end = this.line + leaf.length;
    need(this.lines[end] === 10 && same(this.lines.subarray(this.line, end), leaf), "WRONG_SHAPE", "events.jsonl " + where);
    this.line = end + 1;
    const payload = readPayload(leaf, null, where);
    if (!this.logs.has(payload.log)) this.logs.set(payload.log, where);
    const before = payload.action === "log.origin" && payload.detail.origin === payload.log ? payload.detail.before : null;
    if (before) this.takenOver.set(payload.log, before);
    /* a tree that took over from another says so in its first leaf */
    need(this.takenOver.size > 0 || payload.log === this.checkpoint.origin, "OTHER_LOG", where);
    need(!this.places.has(payload.event), "TWICE", where);
    this.places.set(payload.event, this.events.length);
    if (payload.action === "privacy.erased") this.erasures.set(payload.event, payload);
    if (payload.item !== null) this.chain(payload.item, payload.rev, false, where);
    const shown = await this.open(entry, payload, where);
    this.events.push({ index, outcome: "VALID", event: payload.event, action: payload.action, at: payload.at,
      item: payload.item, rev: payload.rev, closed: Object.keys(payload.opens).length - shown });
  }

  async prove(leaf, index, path) {
    need(await includes(leaf, index, path, this.checkpoint.size, this.checkpoint.root), "NOT_INCLUDED", "#" + index);
  }

  chain(item, rev, promised, where) {
    const chain = this.chains.get(item) || { first: rev, last: 0, gaps: false, promised: false };
    need(rev > chain.last, "BROKEN_CHAIN", where);
    if (this.chains.has(item)) chain.gaps = chain.gaps || rev !== chain.last + 1;
    chain.last = rev;
    chain.promised = chain.promised || promised;
    this.chains.set(item, chain);
  }

  async open(entry, payload, where) {
    if (entry.open === null) return 0;
    const open = objectIn(entry, "open", where), fields = Object.keys(open);
    need(fields.length > 0 && fields.every(field => has(payload.opens, field)), "WRONG_SHAPE", where + " open");
    for (const field of fields) {
      const opening = objectIn(open, field, where);
      if (has(opening, "erased")) {
        haveOnly(opening, ["erased"], where);
        this.claimed.push({ at: this.events.length, event: payload.event, field, by: uuidIn(opening, "erased", where) });
        continue;
      }
      haveOnly(opening, ["salt", "value"], where);
      const salt = fromBase64(textIn(opening, "salt", where));
      need(salt.length === 32, "WRONG_SHAPE", where + " " + field);
      const value = await commitment(salt, field, payload.item || payload.event, textIn(opening, "value", where));
      need(value === textIn(payload.opens, field, where), "OTHER_TEXT", where + " " + field);
    }
    return fields.length;
  }

  close() {
    need(this.line === this.lines.length, "WRONG_SHAPE", "events.jsonl");
    for (const claim of this.claimed) {
      const by = this.erasures.get(claim.by), event = this.events[claim.at];
      need(by && this.places.get(claim.by) > claim.at && by.detail.event === claim.event && by.detail.field === claim.field,
        "NOT_ERASED", "#" + event.index + " " + claim.field);
      event.outcome = "ERASED";
      event.erasedAt = event.erasedAt && event.erasedAt > by.at ? event.erasedAt : by.at;
    }
    for (let own = this.checkpoint.origin, steps = 0; own && steps <= this.takenOver.size; steps++) {
      this.logs.delete(own);
      own = this.takenOver.get(own);
    }
    for (const where of this.logs.values()) need(false, "OTHER_LOG", where);
    const excerpts = [];
    for (const [item, chain] of this.chains) {
      const whole = !chain.gaps && chain.first === 1;
      need(whole || !chain.promised, "BROKEN_CHAIN", item);
      if (!whole) excerpts.push(item);
    }
    return { events: this.events, excerpts: excerpts.sort(), wholeChains: this.chains.size - excerpts.length };
  }
}

async function checkReport(name, content, proofText, note, checkpoint) {
  const blank = proofText.indexOf("\n\n");
  need(blank >= 0, "NOT_A_PROOF", name);
  const lines = proofText.slice(0, blank).split("\n");
  need(lines[0] === "c2sp.org/tlog-proof@v1", "NOT_A_PROOF", name);
  let at = 1, leaf = new Uint8Array(0);
  if (lines[at] !== undefined && lines[at].startsWith("extra ")) {
    leaf = fromBase64(lines[at++].slice(6));
    need(leaf.length > 0, "NOT_A_PROOF", name);
  }
  need(lines[at] !== undefined && lines[at].startsWith("index ") && lines.length - at <= 64, "NOT_A_PROOF", name);
  const index = number(lines[at++].slice(6), "NOT_A_PROOF");
  const path = lines.slice(at).map(hashOf);
  need(proofText.slice(blank + 2) === note, "WRONG_SHAPE", name + PROOF);
  need(await includes(await leafHash(leaf), index, path, checkpoint.size, checkpoint.root), "NOT_INCLUDED", name);
  const payload = readPayload(leaf, checkpoint.origin, name);
  need(payload.action === "report.issued"
    && Object.values(objectIn(payload.detail, "files", name)).includes(hex(await sha256(content))), "NOT_ISSUED", name);
  return { name, index, at: payload.at };
}

async function checkBundle(file, keyText) {
  const keys = await readKeys(keyText);
  const parts = unzip(file);
  checkNames([...parts.keys()]);
  await checkManifest(parts);
  const proofs = parse(parts.get("proofs.json"), "proofs.json");
  need(Object.keys(proofs).sort().join() === "checkpoint,consistency,entries,old,v" && proofs.v === 1
    && Array.isArray(proofs.entries), "NOT_CANONICAL", "proofs.json");
  const note = textIn(proofs, "checkpoint", "proofs.json"), consistency = hashesIn(proofs, "consistency", "proofs.json");
  const isSame = (text, name) => need(parts.has(name) && same(parts.get(name), bytesOf(text)), "WRONG_SHAPE", name);
  isSame(note, "checkpoint");
  const checkpoint = await openNote(note, keys);
  const entries = new Entries(checkpoint, parts.get("events.jsonl"));
  for (const [i, entry] of proofs.entries.entries()) {
    need(isObject(entry), "NOT_CANONICAL", "proofs.json " + i);
    await entries.add(entry, "proofs.json " + i);
  }
  if (proofs.old === null) {
    need(consistency.length === 0 && !parts.has("previous-checkpoint"), "WRONG_SHAPE", "previous-checkpoint");
  } else {
    isSame(textIn(proofs, "old", "proofs.json"), "previous-checkpoint");
    const old = await openNote(proofs.old, keys);
    need(old.origin === checkpoint.origin, "OTHER_LOG", "previous-checkpoint");
    need(await grewOutOf(old, checkpoint, consistency), "NOT_GROWN", old.size + " \u2013 " + checkpoint.size);
    checkpoint.old = old.size;
  }
  const result = { checkpoint, ...entries.close(), reports: [] };
  for (const name of parts.keys()) {
    if (name.endsWith(PROOF)) {
      const report = name.slice(0, -PROOF.length);
      result.reports.push(await checkReport(report, parts.get(report), textOf(parts.get(name), name), note, checkpoint));
    }
  }
  return result;
}

/* A browser that cannot check signatures must not say anything about them: it is tried with RFC 8032's first example. */
async function canCheck() {
  try {
    const bytes = text => Uint8Array.from(text.match(/../g), pair => parseInt(pair, 16));
    const key = await crypto.subtle.importKey("raw",
      bytes("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"), { name: "Ed25519" }, false, ["verify"]);
    const signature = bytes("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
      + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
    const right = await crypto.subtle.verify({ name: "Ed25519" }, key, signature, new Uint8Array(0));
    signature[0] ^= 1;
    return right && !(await crypto.subtle.verify({ name: "Ed25519" }, key, signature, new Uint8Array(0)));
  } catch {
    return false;
  }
}

/* ---- The page ---- */
const LARGEST = 512 * 1024 * 1024;
const SHOWN = 2000;
const $ = id => document.getElementById(id);
let language = ["es", "pt"].find(code => (navigator.language || "").toLowerCase().startsWith(code)) || "en";
let answer = null, chosen = null;

const plain = text => String(text).replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "\ufffd");
const say = (key, ...values) =>
  (texts[language][key] || key).replace(/\{(\d)\}/g, (_, i) => plain(values[i] ?? ""));
const element = (name, text, ...children) => {
  const made = document.createElement(name);
  if (text !== null) made.textContent = text;
  made.append(...children);
  return made;
};

function translate() {
  document.documentElement.lang = language;
  document.title = say("page.title");
  for (const part of document.querySelectorAll("[data-t]")) part.textContent = say(part.dataset.t);
  show();
}

function show() {
  const result = $("result");
  result.replaceChildren();
  result.hidden = answer === null;
  delete result.dataset.exit;
  if (answer === null) return;
  const exit = answer.tooOld ? "" : answer.refused ? kinds[answer.refused.fault].exit : 0;
  result.dataset.exit = exit;
  result.className = exit === 0 ? "good" : "bad";
  if (answer.tooOld) {
    result.append(element("h2", say("page.too-old")), element("p", say("page.too-old-do")), element("pre", "java -jar rumbo.jar verify"));
  } else if (answer.refused) {
    const { fault, where } = answer.refused;
    result.dataset.fault = fault;
    result.append(element("h2", say("kind." + kinds[fault].kind)), element("p", say("fault." + fault, where)));
  } else {
    showValid(result, answer.verified);
  }
}

function showValid(result, verified) {
  const { checkpoint, events, excerpts, reports } = verified;
  const count = outcome => events.filter(event => event.outcome === outcome).length;
  const lines = [say("counts", count("VALID"), count("ERASED"), count("WITHHELD"))];
  if (verified.wholeChains) lines.push(say("chains", verified.wholeChains));
  excerpts.forEach(item => lines.push(say("excerpt", item)));
  reports.forEach(report => lines.push(say("report", report.name, report.at, report.index)));
  lines.push(checkpoint.old === undefined ? say("page.no-old") : say("page.old", checkpoint.old), say("page.remember"));
  result.append(element("h2", say("page.valid")), element("p", say("valid", checkpoint.origin, checkpoint.size, checkpoint.rootText)),
    element("ul", null, ...lines.map(line => element("li", line))));
  if (events.length === 0) return;
  const head = element("tr", null, ...["place", "outcome", "time", "action"].map(key => {
    const cell = element("th", say("page." + key));
    cell.scope = "col";
    return cell;
  }));
  const rows = events.slice(0, SHOWN).map(event => {
    let outcome = event.outcome === "ERASED" ? say("outcome.ERASED", event.erasedAt.slice(0, 10)) : say("outcome." + event.outcome);
    if (event.closed) outcome += "; " + say("closed", event.closed);
    const row = element("tr", null, element("td", "#" + event.index), element("td", outcome),
      element("td", plain(event.at || "")), element("td", plain(event.action || "")));
    row.className = event.outcome.toLowerCase();
    return row;
  });
  const frame = element("div", null, element("table", null, element("thead", null, head), element("tbody", null, ...rows)));
  frame.className = "frame";
  frame.tabIndex = 0;
  frame.setAttribute("role", "region");
  frame.setAttribute("aria-label", say("page.events"));
  result.append(frame);
  if (events.length > SHOWN) result.append(element("p", say("page.more", events.length - SHOWN)));
}

async function check() {
  if (!chosen) {
    $("missing").hidden = false;
    $("file").focus();
    return;
  }
  $("missing").hidden = true;
  answer = null;
  show();
  $("busy").hidden = false;
  answer = await judge(chosen);
  $("busy").hidden = true;
  show();
  $("result").focus();
}

async function judge(file) {
  if (!(await canCheck())) return { tooOld: true };
  try {
    need(file.size <= LARGEST, "TOO_LARGE", file.name);
    let bytes;
    try {
      bytes = new Uint8Array(await file.arrayBuffer());
    } catch {
      throw new Refused("UNREADABLE", file.name);
    }
    return { verified: await checkBundle(bytes, $("key").value) };
  } catch (refused) {
    if (refused instanceof Refused) return { refused };
    // what nobody foresaw is no proof
    return { refused: new Refused("WRONG_SHAPE", file.name) };
  }
}

/** What was dropped the picker cannot show, so it stands beside it. */
function choose(file, dropped) {
  chosen = file || null;
  $("chosen").hidden = !(chosen && dropped);
  $("chosen").textContent = chosen ? plain(chosen.name) : "";
}

$("language").value = language;
$("language").addEventListener("change", event => { language = event.target.value; translate(); });
$("file").addEventListener("change", event => choose(event.target.files[0], false));
$("form").addEventListener("submit", event => { event.preventDefault(); check(); });
const zone = document.documentElement;
zone.addEventListener("dragover", event => { event.preventDefault(); $("drop").className = "over"; });
zone.addEventListener("dragleave", () => { $("drop").className = ""; });
zone.addEventListener("drop", event => {
  event.preventDefault();
  $("drop").className = "";
  choose(event.dataTransfer.files[0], true);
  if ($("key").value.trim()) check();
  else $("key").focus();
});
$("form").hidden = false;
translate();
