export const id = 95;
export const ids = [95];
export const modules = {

/***/ 8095:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  findBytes: () => (/* reexport */ findBytes),
  hashFile: () => (/* reexport */ hashFile),
  listTree: () => (/* reexport */ listTree),
  readArchive: () => (/* reexport */ readArchive),
  readElf: () => (/* reexport */ readElf),
  readGoBuildInfo: () => (/* reexport */ readGoBuildInfo),
  writeArchive: () => (/* reexport */ writeArchive)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ../../packages/domain/lib/errors.js
var errors = __webpack_require__(8306);
;// CONCATENATED MODULE: ../../packages/archive/lib/read-chunks.js


const CHUNK_BYTES = 512 * 1024;
async function* readChunks(file, keep = 0) {
    const handle = await openToRead(file);
    try {
        const buffer = Buffer.allocUnsafeSlow(keep + CHUNK_BYTES);
        for (let kept = 0;;) {
            const { bytesRead } = await handle.read(buffer, kept, buffer.length - kept, null);
            if (bytesRead === 0)
                return;
            const end = kept + bytesRead;
            yield buffer.subarray(0, end);
            kept = Math.min(keep, end);
            buffer.copyWithin(0, end - kept, end);
        }
    }
    catch (cause) {
        throw unreadable(file, cause);
    }
    finally {
        await handle.close();
    }
}
async function withFile(file, read) {
    const handle = await openToRead(file);
    try {
        return await read(handle);
    }
    catch (error) {
        throw isSystemError(error) ? unreadable(file, error) : error;
    }
    finally {
        await handle.close();
    }
}
async function readAt(handle, position, length) {
    const buffer = Buffer.alloc(length);
    return buffer.subarray(0, await readInto(handle, position, buffer));
}
async function readInto(handle, position, buffer) {
    let done = 0;
    while (done < buffer.length) {
        const { bytesRead } = await handle.read(buffer, done, buffer.length - done, position + done);
        if (bytesRead === 0)
            break;
        done += bytesRead;
    }
    return done;
}
async function openToRead(file) {
    try {
        return await (0,promises_.open)(file, "r");
    }
    catch (cause) {
        throw unreadable(file, cause);
    }
}
function isSystemError(error) {
    return (0,errors/* isError */.bJ)(error) && "syscall" in error;
}
function unreadable(file, cause) {
    return (0,errors/* upstream */.a4)("FILE_UNREADABLE", `${file} cannot be read`, { cause });
}

;// CONCATENATED MODULE: ../../packages/archive/lib/find-bytes.js

async function findBytes(file, needles) {
    const sought = new Map(needles.filter((text) => text !== "").map((text) => [text, Buffer.from(text)]));
    const found = new Set(needles.filter((text) => text === ""));
    const longest = Math.max(1, ...[...sought.values()].map((bytes) => bytes.length));
    for await (const chunk of readChunks(file, longest - 1)) {
        for (const [text, bytes] of sought) {
            if (!chunk.includes(bytes))
                continue;
            found.add(text);
            sought.delete(text);
        }
        if (sought.size === 0)
            break;
    }
    return found;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ../../packages/archive/lib/hash-file.js


async function hashFile(file) {
    const hash = (0,external_node_crypto_.createHash)("sha256");
    let size = 0;
    for await (const chunk of readChunks(file)) {
        hash.update(chunk);
        size += chunk.length;
    }
    return { sha256: hash.digest("hex"), size };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ../../packages/archive/lib/tar-header.js
const TAR_BLOCK = 512;
const NAME_LENGTH = 100;
const PREFIX_LENGTH = 155;
const MOST_IN_12 = 8 ** 11 - 1;
const MOST_IN_8 = 8 ** 7 - 1;
function encodeTarHeader(member) {
    const name = member.kind === "folder" ? `${member.path}/` : member.path;
    const split = splitName(name);
    const records = listRecords(member, split === undefined ? name : undefined);
    const placed = split ?? { name: asciiOf(name).slice(0, NAME_LENGTH), prefix: "" };
    const own = encodeBlock({ ...member, ...placed, type: member.kind === "folder" ? "5" : "0" });
    if (records === "")
        return own;
    const body = Buffer.from(records, "utf8");
    const extra = { ...member, mode: 0o644, size: body.length, name: paxName(name), prefix: "", type: "x" };
    return Buffer.concat([encodeBlock(extra), body, Buffer.alloc(paddingOf(body.length)), own]);
}
function paddingOf(size) {
    return (TAR_BLOCK - (size % TAR_BLOCK)) % TAR_BLOCK;
}
function splitName(name) {
    if (asciiOf(name) !== name)
        return undefined;
    if (name.length <= NAME_LENGTH)
        return { name, prefix: "" };
    const slash = name.indexOf("/", name.length - NAME_LENGTH - 1);
    if (slash === -1 || slash === name.length - 1 || slash > PREFIX_LENGTH)
        return undefined;
    return { name: name.slice(slash + 1), prefix: name.slice(0, slash) };
}
function listRecords(member, longName) {
    return [
        longName === undefined ? "" : paxRecord("path", longName),
        member.size > MOST_IN_12 ? paxRecord("size", String(member.size)) : "",
        member.uid > MOST_IN_8 ? paxRecord("uid", String(member.uid)) : "",
        member.gid > MOST_IN_8 ? paxRecord("gid", String(member.gid)) : "",
    ].join("");
}
function paxRecord(key, value) {
    const rest = ` ${key}=${value}\n`;
    const bytes = Buffer.byteLength(rest);
    const guess = bytes + String(bytes).length;
    return `${bytes + String(guess).length}${rest}`;
}
function paxName(name) {
    const base = name.replace(/\/$/, "").split("/").at(-1) ?? "";
    return `PaxHeaders/${asciiOf(base)}`.slice(0, NAME_LENGTH);
}
function asciiOf(text) {
    return text.replaceAll(/[^\u0020-\u007e]/gu, "_");
}
function encodeBlock(block) {
    const bytes = Buffer.alloc(TAR_BLOCK);
    bytes.write(block.name, 0, "latin1");
    bytes.write(octal(block.mode, 7), 100, "latin1");
    bytes.write(octal(fitting(block.uid, MOST_IN_8), 7), 108, "latin1");
    bytes.write(octal(fitting(block.gid, MOST_IN_8), 7), 116, "latin1");
    bytes.write(octal(fitting(block.size, MOST_IN_12), 11), 124, "latin1");
    bytes.write(octal(block.mtimeSeconds, 11), 136, "latin1");
    bytes.write("        ", 148, "latin1");
    bytes.write(block.type, 156, "latin1");
    bytes.write("ustar\u000000", 257, "latin1");
    bytes.write(octal(0, 7), 329, "latin1");
    bytes.write(octal(0, 7), 337, "latin1");
    bytes.write(block.prefix, 345, "latin1");
    bytes.write(`${octal(sumOf(bytes), 6)}\u0000`, 148, "latin1");
    return bytes;
}
function fitting(value, most) {
    return value > most ? 0 : value;
}
function octal(value, digits) {
    return value.toString(8).padStart(digits, "0");
}
function sumOf(bytes) {
    let sum = 0;
    for (const byte of bytes)
        sum += byte;
    return sum;
}

;// CONCATENATED MODULE: ../../packages/archive/lib/plan-tar.js


const TAR_END = 2 * TAR_BLOCK;
const LAST_SECOND = 8 ** 11 - 1;
function planTar(options) {
    requireWithin("The time", options.mtimeSeconds, LAST_SECOND);
    const { uid, gid } = options.owner ?? { uid: 0, gid: 0 };
    const members = sortByBytes(options.entries).map(({ path, mode, content }) => {
        requirePath(path);
        requireWithin(`The mode of ${path}`, mode, 0o7777);
        const size = sizeOf(content);
        requireWithin(`The size of ${path}`, size, Number.MAX_SAFE_INTEGER);
        const kind = content.kind === "folder" ? "folder" : "file";
        const member = { kind, path, mode, size, mtimeSeconds: options.mtimeSeconds, uid, gid };
        return { member, content };
    });
    requireTree(members);
    const sizes = members.map(({ member }) => encodeTarHeader(member).length + member.size + paddingOf(member.size));
    return { members, size: sizes.reduce((sum, size) => sum + size, TAR_END) };
}
function sortByBytes(entries) {
    return entries
        .map((entry) => ({ entry, key: Buffer.from(entry.path) }))
        .sort((left, right) => Buffer.compare(left.key, right.key))
        .map(({ entry }) => entry);
}
function isInnerPath(path) {
    if (path.includes("\u0000") || !path.isWellFormed())
        return false;
    return path.split("/").every((part) => part !== "" && part !== "." && part !== "..");
}
function sizeOf(content) {
    if (content.kind === "folder")
        return 0;
    return content.kind === "file" ? content.size : content.bytes.length;
}
function requirePath(path) {
    if (isInnerPath(path))
        return;
    throw (0,errors/* refusal */.x5)("ARCHIVE_PATH_INVALID", `The archive cannot hold the path ${JSON.stringify(path)}: a path has names between single slashes, none of them "." or "..", and no slash at either end`);
}
function requireWithin(what, value, most) {
    if (Number.isSafeInteger(value) && value >= 0 && value <= most)
        return;
    throw (0,errors/* refusal */.x5)("ARCHIVE_VALUE_INVALID", `${what} is ${value}; it must be an integer from 0 to ${most}`);
}
function requireTree(members) {
    const kinds = new Map();
    for (const { member } of members) {
        if (kinds.has(member.path))
            throw (0,errors/* refusal */.x5)("ARCHIVE_PATH_TWICE", `The archive was given ${member.path} twice; extraction would keep one of them`);
        kinds.set(member.path, member.kind);
    }
    for (const { member } of members) {
        const file = parentsOf(member.path).find((parent) => kinds.get(parent) === "file");
        if (file !== undefined)
            throw (0,errors/* refusal */.x5)("ARCHIVE_PATH_BELOW_FILE", `The archive cannot hold ${member.path}, because ${file} in it is a file`);
    }
}
function parentsOf(path) {
    const parts = path.split("/");
    return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join("/"));
}

;// CONCATENATED MODULE: ../../packages/archive/lib/list-tree.js




const MOST_ENTRIES = 1_000_000;
async function listTree(root, { within = root } = {}) {
    const start = requireRoot(root);
    const walk = { boundary: requireRoot(within), entries: [] };
    const stats = (0,external_node_fs_.lstatSync)(start);
    if (stats.isDirectory())
        listFolder(walk, { folder: start, path: "", above: [] });
    else
        addEntry(walk, { file: start, path: (0,external_node_path_.basename)(root), above: [] }, stats);
    return sortByBytes(walk.entries);
}
function listFolder(walk, { folder, path, above }) {
    const chain = [...above, folder];
    for (const name of (0,external_node_fs_.readdirSync)(folder)) {
        const inner = path === "" ? name : `${path}/${name}`;
        if (name.includes("\ufffd"))
            throw refused("NAME_NOT_UTF8", inner, "its name is not UTF-8", "Rename it.");
        const file = (0,external_node_path_.join)(folder, name);
        const stats = (0,external_node_fs_.lstatSync)(file);
        if (stats.isSymbolicLink())
            addLink(walk, { file, path: inner, above: chain });
        else
            addEntry(walk, { file, path: inner, above: chain }, stats);
    }
}
function addLink(walk, { file, path, above }) {
    const target = followLink(file, path);
    if (target !== walk.boundary && !target.startsWith(walk.boundary.endsWith(external_node_path_.sep) ? walk.boundary : walk.boundary + external_node_path_.sep))
        throw refused("LINK_OUT_OF_TREE", path, `it is a link to ${target}, outside of ${walk.boundary}`, "Copy what it leads to in its place, or leave it out.");
    if (above.includes(target))
        throw cyclic(path);
    addEntry(walk, { file: target, path, above }, (0,external_node_fs_.lstatSync)(target));
}
function followLink(file, path) {
    try {
        return (0,external_node_fs_.realpathSync)(file);
    }
    catch (error) {
        if (error.code === "ELOOP")
            throw cyclic(path);
        throw refused("LINK_DANGLING", path, "it is a link that leads nowhere", "Remove it, or create what it leads to.");
    }
}
function addEntry(walk, { file, path, above }, stats) {
    if (!stats.isFile() && !stats.isDirectory())
        throw refused("SPECIAL_FILE", path, "it is a socket, a pipe or a device", "Remove it, or leave it out.");
    if (walk.entries.length >= MOST_ENTRIES)
        throw refused("TREE_TOO_LARGE", path, `it is one of more than ${MOST_ENTRIES} entries`, "Choose a smaller folder.");
    const kind = stats.isFile() ? "file" : "folder";
    walk.entries.push({ kind, path, file, size: stats.isFile() ? stats.size : 0 });
    if (kind === "folder")
        listFolder(walk, { folder: file, path, above });
}
function requireRoot(root) {
    try {
        return (0,external_node_fs_.realpathSync)(root);
    }
    catch (error) {
        throw (0,errors/* configuration */.HF)("NO_SUCH_PATH", `There is no file or folder ${root}: ${error.message}`);
    }
}
function cyclic(path) {
    return refused("LINK_CYCLIC", path, "it is a link to a folder that it lies in, or to itself", "Remove it.");
}
function refused(code, path, why, nextStep) {
    return (0,errors/* refusal */.x5)(code, `${path} cannot be packed: ${why}`, nextStep);
}

// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ../../packages/archive/lib/byte-reader.js
function createByteReader(chunks) {
    const source = chunks[Symbol.asyncIterator]();
    let rest = Buffer.alloc(0);
    const pass = async (length, onBytes) => {
        let count = 0;
        while (count < length) {
            if (rest.length === 0) {
                const next = await source.next();
                if (next.done === true)
                    break;
                rest = next.value;
            }
            const taken = rest.subarray(0, length - count);
            rest = rest.subarray(taken.length);
            count += taken.length;
            onBytes(taken);
        }
        return count;
    };
    return {
        pass,
        read: async (length) => {
            const pieces = [];
            await pass(length, (bytes) => pieces.push(Buffer.from(bytes)));
            return Buffer.concat(pieces);
        },
    };
}

;// CONCATENATED MODULE: ../../packages/archive/lib/parse-tar-header.js

function parseTarHeader(block) {
    if (block.every((byte) => byte === 0))
        return { kind: "end" };
    const sum = sumOf(block) - sumOf(block.subarray(148, 156)) + 8 * 0x20;
    if (numberAt(block, 148, 8) !== sum)
        return { kind: "malformed", reason: "the checksum of a header is wrong" };
    if (!textAt(block, 257, 6).startsWith("ustar"))
        return { kind: "malformed", reason: "a header is not of the ustar form" };
    const numbers = numbersIn(block);
    if (numbers === undefined)
        return { kind: "malformed", reason: "a number of a header is not octal" };
    return { kind: "header", header: { type: String.fromCodePoint(block[156] ?? 0), name: nameIn(block), ...numbers } };
}
function parsePaxRecords(bytes) {
    const records = new Map();
    for (let at = 0; at < bytes.length;) {
        const digits = /^[1-9]\d{0,8}(?= )/.exec(bytes.toString("latin1", at, at + 10))?.[0];
        if (digits === undefined)
            return undefined;
        const end = at + Number(digits);
        const record = bytes.toString("utf8", at + digits.length + 1, end);
        const equals = record.indexOf("=");
        if (end > bytes.length || equals < 1 || !record.endsWith("\n"))
            return undefined;
        records.set(record.slice(0, equals), record.slice(equals + 1, -1));
        at = end;
    }
    return records;
}
function applyPaxRecords(header, records) {
    const numbers = { size: header.size, uid: header.uid, gid: header.gid, mtime: header.mtimeSeconds };
    for (const key of ["size", "uid", "gid", "mtime"]) {
        const value = records.get(key);
        if (value === undefined)
            continue;
        if (!/^\d{1,16}(?:\.\d+)?$/.test(value) || Number(value) > Number.MAX_SAFE_INTEGER)
            return undefined;
        numbers[key] = Math.floor(Number(value));
    }
    const { mtime, ...rest } = numbers;
    return { ...header, ...rest, mtimeSeconds: mtime, name: records.get("path") ?? header.name };
}
function numbersIn(block) {
    const [mode, uid, gid] = [numberAt(block, 100, 8), numberAt(block, 108, 8), numberAt(block, 116, 8)];
    const [size, mtimeSeconds] = [numberAt(block, 124, 12), numberAt(block, 136, 12)];
    if (mode === undefined || uid === undefined || gid === undefined)
        return undefined;
    return size === undefined || mtimeSeconds === undefined ? undefined : { mode, uid, gid, size, mtimeSeconds };
}
function nameIn(block) {
    const name = textAt(block, 0, 100);
    const prefix = textAt(block, 257, 6) === "ustar" ? textAt(block, 345, 155) : "";
    return prefix === "" ? name : `${prefix}/${name}`;
}
function numberAt(block, start, length) {
    const digits = textAt(block, start, length).trim();
    return /^[0-7]*$/.test(digits) ? Number.parseInt(digits === "" ? "0" : digits, 8) : undefined;
}
function textAt(block, start, length) {
    const field = block.subarray(start, start + length);
    const end = field.indexOf(0);
    return field.toString("utf8", 0, end === -1 ? length : end);
}

;// CONCATENATED MODULE: ../../packages/archive/lib/read-tar.js






const MOST_PAX_BYTES = 1024 * 1024;
const read_tar_MOST_ENTRIES = 1_000_000;
const PAX = "x";
const KINDS = new Map([
    ["0", "file"],
    ["\u0000", "file"],
    ["5", "folder"],
]);
async function readTar(chunks) {
    const reader = createByteReader(chunks);
    const entries = new Map();
    for (;;) {
        const header = await readHeader(reader);
        if (header === undefined)
            break;
        const entry = await readEntry(reader, header);
        if (entries.has(entry.path))
            throw malformed(`it holds ${entry.path} twice`);
        if (entries.size >= read_tar_MOST_ENTRIES)
            throw malformed(`it holds more than ${read_tar_MOST_ENTRIES} entries`);
        entries.set(entry.path, entry);
    }
    await requireEnd(reader);
    return [...entries.values()];
}
async function readHeader(reader) {
    const header = await readBlock(reader);
    if (header?.type !== PAX)
        return header;
    if (header.size > MOST_PAX_BYTES)
        throw malformed(`it has ${header.size} bytes of records for one entry`);
    const bytes = await reader.read(header.size);
    await skipPadding(reader, header.size);
    const records = parsePaxRecords(bytes);
    const next = await readBlock(reader);
    const applied = records && next && applyPaxRecords(next, records);
    if (applied === undefined || applied.type === PAX)
        throw malformed(`the records of ${header.name} make no sense`);
    return applied;
}
async function readBlock(reader) {
    const block = await reader.read(TAR_BLOCK);
    if (block.length < TAR_BLOCK)
        throw malformed("it ends before its end mark");
    const parsed = parseTarHeader(block);
    if (parsed.kind === "malformed")
        throw malformed(parsed.reason);
    return parsed.kind === "end" ? undefined : parsed.header;
}
async function readEntry(reader, header) {
    const { type, name, size, mode, mtimeSeconds, uid, gid } = header;
    const kind = KINDS.get(type);
    if (kind === undefined)
        throw malformed(`${name} is neither a file nor a folder but of the type ${JSON.stringify(type)}`);
    const path = name.replace(/^(?:\.\/)+(?=.)/, "").replace(/\/$/, "");
    if (path !== "." && !isInnerPath(path))
        throw malformed(`the path ${JSON.stringify(name)} leads out of it`);
    if (kind === "folder" && size !== 0)
        throw malformed(`the folder ${name} has ${size} bytes`);
    const hash = (0,external_node_crypto_.createHash)("sha256");
    const count = await reader.pass(size, (bytes) => hash.update(bytes));
    if (count < size)
        throw malformed(`it ends in the middle of ${name}`);
    await skipPadding(reader, size);
    return { kind, path, mode: mode & 0o7777, size, sha256: hash.digest("hex"), mtimeSeconds, uid, gid };
}
async function skipPadding(reader, size) {
    const padding = paddingOf(size);
    if ((await reader.pass(padding, () => undefined)) < padding)
        throw malformed("it ends before its end mark");
}
async function requireEnd(reader) {
    let others = 0;
    const count = await reader.pass(Number.POSITIVE_INFINITY, (bytes) => {
        others += bytes.every((byte) => byte === 0) ? 0 : 1;
    });
    if (count < TAR_BLOCK || others > 0)
        throw malformed("it does not end with two blocks of zeros and nothing behind them");
}
function malformed(what) {
    return (0,errors/* refusal */.x5)("MALFORMED_ARCHIVE", `The archive cannot be trusted: ${what}`, "Take the package from where it was published.");
}

;// CONCATENATED MODULE: ../../packages/archive/lib/read-archive.js






async function readArchive(file) {
    const compressed = createCounter();
    const tar = createCounter();
    let entries = [];
    try {
        await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(file, { highWaterMark: 256 * 1024 }), (source) => counted(source, compressed), (0,external_node_zlib_.createGunzip)({ chunkSize: 256 * 1024 }), async (source) => {
            entries = await readTar(counted(source, tar));
        });
    }
    catch (error) {
        throw explain(file, error);
    }
    const [outer, inner] = [compressed.result(), tar.result()];
    return { entries, sha256: outer.sha256, tarSha256: inner.sha256, size: outer.size, tarSize: inner.size };
}
function createCounter() {
    const hash = (0,external_node_crypto_.createHash)("sha256");
    let size = 0;
    return {
        add: (bytes) => {
            hash.update(bytes);
            size += bytes.length;
        },
        result: () => ({ sha256: hash.digest("hex"), size }),
    };
}
async function* counted(source, counter) {
    for await (const chunk of source) {
        counter.add(chunk);
        yield chunk;
    }
}
function explain(file, error) {
    if (!(0,errors/* isError */.bJ)(error) || !("code" in error))
        return error;
    const { code } = error;
    if (typeof code === "string" && code.startsWith("Z_"))
        return (0,errors/* refusal */.x5)("MALFORMED_ARCHIVE", `${file} is no whole gzip file: ${error.message}`);
    return "syscall" in error ? (0,errors/* upstream */.a4)("FILE_UNREADABLE", `${file} cannot be read`, { cause: error }) : error;
}

;// CONCATENATED MODULE: ../../packages/archive/lib/read-elf.js


const LAYOUTS = new Map([
    [1, { class: 32, headerBytes: 52, tableAt: 28, entryBytesAt: 42, programOffsetAt: 4, programBytesAt: 16 }],
    [2, { class: 64, headerBytes: 64, tableAt: 32, entryBytesAt: 54, programOffsetAt: 8, programBytesAt: 32 }],
]);
const MACHINES = new Map([
    [3, "386"],
    [8, "mips"],
    [20, "ppc"],
    [21, "ppc64"],
    [22, "s390x"],
    [40, "arm"],
    [62, "x86-64"],
    [183, "aarch64"],
    [243, "riscv64"],
    [258, "loongarch64"],
]);
const PROGRAM_INTERPRETER = 3;
const LONGEST_INTERPRETER = 4096;
function readElf(file) {
    return withFile(file, async (handle) => {
        const header = await readAt(handle, 0, 64);
        if (header.toString("latin1", 0, 4) !== "\u007fELF")
            return { kind: "not-elf" };
        const layout = LAYOUTS.get(header[4] ?? 0);
        const order = header[5];
        if (layout === undefined || (order !== 1 && order !== 2) || header.length < layout.headerBytes)
            throw read_elf_malformed(file, "its header is cut off, or of no known class or byte order");
        const fields = fieldsOf(header, { layout, littleEndian: order === 1 });
        return {
            kind: "elf",
            class: layout.class,
            littleEndian: order === 1,
            machine: MACHINES.get(fields.half(18)) ?? `machine ${fields.half(18)}`,
            type: typeOf(fields.half(16)),
            interpreter: await readInterpreter(handle, file, fields),
        };
    });
}
function fieldsOf(bytes, format) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const { layout, littleEndian } = format;
    return {
        ...format,
        half: (at) => view.getUint16(at, littleEndian),
        word: (at) => view.getUint32(at, littleEndian),
        long: (at) => layout.class === 32 ? view.getUint32(at, littleEndian) : Number(view.getBigUint64(at, littleEndian)),
    };
}
function typeOf(type) {
    if (type === 2)
        return "executable";
    return type === 3 ? "shared" : "other";
}
async function readInterpreter(handle, file, header) {
    const { layout } = header;
    const [entryBytes, entries] = [header.half(layout.entryBytesAt), header.half(layout.entryBytesAt + 2)];
    if (entries > 0 && entryBytes < layout.programBytesAt + 8)
        throw read_elf_malformed(file, `its program headers have ${entryBytes} bytes each`);
    const table = await readPart(handle, header.long(layout.tableAt), entries * entryBytes);
    if (table === undefined)
        throw read_elf_malformed(file, "its program headers are not in it");
    for (let at = 0; at < table.length; at += entryBytes) {
        const program = fieldsOf(table.subarray(at, at + entryBytes), header);
        if (program.word(0) !== PROGRAM_INTERPRETER)
            continue;
        const size = program.long(layout.programBytesAt);
        const name = size > LONGEST_INTERPRETER ? undefined : await readPart(handle, program.long(layout.programOffsetAt), size);
        if (name === undefined)
            throw read_elf_malformed(file, "the name of its interpreter is not in it");
        return name.toString("utf8").replace(/\0.*$/s, "");
    }
    return undefined;
}
async function readPart(handle, position, length) {
    if (!Number.isSafeInteger(position + length))
        return undefined;
    const bytes = await readAt(handle, position, length);
    return bytes.length === length ? bytes : undefined;
}
function read_elf_malformed(file, what) {
    return (0,errors/* refusal */.x5)("MALFORMED_ELF", `${file} begins as an ELF file and is none: ${what}`, "Build it again.");
}

;// CONCATENATED MODULE: ../../packages/archive/lib/go-build-info.js
function parseGoBuildInfo(goVersion, text) {
    const lines = text.split("\n").map((line) => line.split("\t"));
    const [main] = modulesOf(lines, "mod");
    return {
        goVersion,
        path: lines.find(([kind]) => kind === "path")?.[1] ?? "",
        main,
        deps: modulesOf(lines, "dep"),
        settings: new Map(lines.flatMap(([kind, ...rest]) => (kind === "build" ? [parseSetting(rest.join("\t"))] : []))),
    };
}
function modulesOf(lines, kind) {
    return lines.flatMap((fields, place) => {
        if (fields[0] !== kind)
            return [];
        const next = lines[place + 1];
        return [next?.[0] === "=>" ? { ...parseModule(fields), replace: parseModule(next) } : parseModule(fields)];
    });
}
function parseModule([, path = "", version = "", sum = ""]) {
    return { path, version, sum };
}
function parseSetting(text) {
    const quoted = /^(?:"(?:[^"\\]|\\.)*"|`[^`]*`)(?==)/.exec(text)?.[0];
    const end = quoted?.length ?? text.indexOf("=");
    return [unquote(text.slice(0, end)), unquote(text.slice(end + 1))];
}
const ESCAPES = new Map([
    ["a", "\u0007"],
    ["b", "\b"],
    ["f", "\f"],
    ["n", "\n"],
    ["r", "\r"],
    ["t", "\t"],
    ["v", "\v"],
]);
function unquote(text) {
    if (/^`[^`]*`$/.test(text))
        return text.slice(1, -1);
    if (!/^".*"$/s.test(text))
        return text;
    return text.slice(1, -1).replaceAll(/\\(?:x[\da-f]{2}|u[\da-f]{4}|U[\da-f]{8}|.)/g, (escape) => {
        const rest = escape.slice(2);
        if (rest === "")
            return ESCAPES.get(escape.slice(1)) ?? escape.slice(1);
        return String.fromCodePoint(Number.parseInt(rest, 16));
    });
}

;// CONCATENATED MODULE: ../../packages/archive/lib/read-go-build-info.js


const MAGIC = Buffer.from("\u00ff Go buildinf:", "latin1");
const ALIGNMENT = 16;
const HEADER_BYTES = 32;
const INLINE_FLAG = 2;
const LONGEST_TEXT = 16 * 1024 * 1024;
const PIECE_BYTES = 1024 * 1024;
function readGoBuildInfo(file) {
    return withFile(file, async (handle) => {
        const piece = Buffer.allocUnsafeSlow(PIECE_BYTES);
        for (let position = 0;; position += PIECE_BYTES) {
            const length = await readInto(handle, position, piece);
            for (const at of placesOf(piece.subarray(0, length))) {
                const texts = await readTexts(handle, position + at);
                if (texts?.goVersion.startsWith("go") === true || texts?.goVersion.startsWith("devel ") === true)
                    return parseGoBuildInfo(texts.goVersion, texts.modules);
            }
            if (length < PIECE_BYTES)
                return undefined;
        }
    });
}
function placesOf(piece) {
    const places = [];
    for (let at = piece.indexOf(MAGIC); at !== -1; at = piece.indexOf(MAGIC, at + 1))
        if (at % ALIGNMENT === 0)
            places.push(at);
    return places;
}
async function readTexts(handle, position) {
    const header = await readAt(handle, position, HEADER_BYTES);
    if (header.length < HEADER_BYTES || ((header[MAGIC.length + 1] ?? 0) & INLINE_FLAG) === 0)
        return undefined;
    const goVersion = await readText(handle, position + HEADER_BYTES);
    if (goVersion === undefined)
        return undefined;
    const modules = await readText(handle, goVersion.end);
    return modules && { goVersion: goVersion.bytes.toString("utf8"), modules: withoutMarks(modules.bytes) };
}
async function readText(handle, position) {
    const start = await readAt(handle, position, 10);
    const last = start.findIndex((byte) => byte < 0x80);
    if (last === -1)
        return undefined;
    const length = start.subarray(0, last + 1).reduce((sum, byte, place) => sum + (byte & 0x7f) * 2 ** (7 * place), 0);
    const begin = position + last + 1;
    if (length > LONGEST_TEXT)
        return undefined;
    const bytes = await readAt(handle, begin, length);
    return bytes.length === length ? { bytes, end: begin + length } : undefined;
}
function withoutMarks(bytes) {
    const framed = bytes.length >= 33 && bytes[bytes.length - 17] === 0x0a;
    return framed ? bytes.toString("utf8", 16, bytes.length - 16) : "";
}

;// CONCATENATED MODULE: ../../packages/archive/lib/gzip-blocks.js

const WINDOW = 32 * 1024;
const HEADER = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255);
const LAST_BLOCK = Uint8Array.of(0x03, 0x00);
async function gzipBlocks(blocks, options) {
    const { write, release } = options;
    const started = [];
    let dictionary;
    let sum = 0;
    let size = 0;
    const finishFirst = async () => {
        const first = started.shift();
        if (first === undefined)
            return;
        const compressed = await first.compressed;
        write(compressed);
        compressed.buffer.transfer(0);
        release(first.block);
    };
    try {
        write(HEADER);
        for (const block of blocks) {
            started.push({ block, compressed: compress(block, options.level, dictionary) });
            dictionary = Buffer.from(block.subarray(-WINDOW));
            sum = (0,external_node_zlib_.crc32)(block, sum);
            size += block.length;
            if (started.length >= options.inFlight)
                await finishFirst();
        }
        while (started.length > 0)
            await finishFirst();
        write(LAST_BLOCK);
        write(trailerOf(sum, size));
    }
    finally {
        await Promise.allSettled(started.map(({ compressed }) => compressed));
    }
}
function compress(block, level, dictionary) {
    return new Promise((resolve, reject) => {
        const deflate = (0,external_node_zlib_.createDeflateRaw)({
            level,
            flush: external_node_zlib_.constants.Z_SYNC_FLUSH,
            chunkSize: block.length + 64 * 1024,
            ...(dictionary === undefined ? {} : { dictionary }),
        });
        const pieces = [];
        deflate.on("data", (piece) => pieces.push(piece));
        deflate.on("error", reject);
        deflate.write(block, () => {
            deflate.destroy();
            const [whole, ...more] = pieces;
            if (whole === undefined || more.length > 0)
                reject(new Error(`A block was compressed to ${pieces.length} pieces`));
            else
                resolve(whole);
        });
    });
}
function trailerOf(sum, size) {
    const trailer = Buffer.alloc(8);
    trailer.writeUInt32LE(sum, 0);
    trailer.writeUInt32LE(size % 2 ** 32, 4);
    return trailer;
}

;// CONCATENATED MODULE: ../../packages/archive/lib/tar-blocks.js





function* tarBlocks(plan, takeBlock, onFile) {
    const cursor = { takeBlock, block: takeBlock(), used: 0 };
    for (const planned of plan.members) {
        yield* copyBytes(cursor, encodeTarHeader(planned.member));
        const sha256 = yield* copyContent(cursor, planned);
        const { kind, path, mode, size } = planned.member;
        if (kind === "file")
            onFile({ path, mode, size, sha256 });
        yield* fill(cursor, paddingOf(size), (target) => target.fill(0));
    }
    yield* fill(cursor, TAR_END, (target) => target.fill(0));
    if (cursor.used > 0)
        yield cursor.block.subarray(0, cursor.used);
}
function* fill(cursor, length, put) {
    for (let left = length; left > 0;) {
        const end = Math.min(cursor.used + left, cursor.block.length);
        put(cursor.block.subarray(cursor.used, end));
        left -= end - cursor.used;
        cursor.used = end;
        if (end < cursor.block.length)
            continue;
        yield cursor.block;
        cursor.block = cursor.takeBlock();
        cursor.used = 0;
    }
}
function* copyBytes(cursor, bytes) {
    let done = 0;
    yield* fill(cursor, bytes.length, (target) => {
        target.set(bytes.subarray(done, done + target.length));
        done += target.length;
    });
}
function* copyContent(cursor, { content, member }) {
    if (content.kind === "folder")
        return "";
    const hash = (0,external_node_crypto_.createHash)("sha256");
    if (content.kind === "file")
        yield* copyFile(cursor, content, hash);
    else {
        if (content.bytes.length !== member.size)
            throw changed(member.path, "its bytes were replaced");
        hash.update(content.bytes);
        yield* copyBytes(cursor, content.bytes);
    }
    return hash.digest("hex");
}
function* copyFile(cursor, { file, size }, hash) {
    const descriptor = openFile(file);
    try {
        const before = (0,external_node_fs_.fstatSync)(descriptor, { bigint: true });
        if (!before.isFile())
            throw changed(file, "it is no longer a regular file");
        if (before.size !== BigInt(size))
            throw changed(file, `it had ${size} bytes and now has ${before.size}`);
        yield* fill(cursor, size, (target) => {
            readWhole(descriptor, file, target);
            hash.update(target);
        });
        requireUntouched(file, before, (0,external_node_fs_.fstatSync)(descriptor, { bigint: true }));
    }
    finally {
        (0,external_node_fs_.closeSync)(descriptor);
    }
}
function openFile(file) {
    try {
        return (0,external_node_fs_.openSync)(file, "r");
    }
    catch (cause) {
        throw (0,errors/* upstream */.a4)("FILE_UNREADABLE", `${file} cannot be read`, {
            nextStep: "Look whether a step removed it or took the right to read it.",
            cause,
        });
    }
}
function readWhole(descriptor, file, target) {
    for (let done = 0; done < target.length;) {
        const count = (0,external_node_fs_.readSync)(descriptor, target, done, target.length - done, null);
        if (count === 0)
            throw changed(file, "it was cut short");
        done += count;
    }
}
function requireUntouched(file, before, after) {
    if (after.size !== before.size)
        throw changed(file, `it had ${before.size} bytes and now has ${after.size}`);
    if (after.mtimeNs !== before.mtimeNs)
        throw changed(file, "it was written to");
}
function changed(file, how) {
    return (0,errors/* refusal */.x5)("CHANGED_WHILE_PACKING", `${file} changed while packing: ${how}`, "Let every step that writes into the packed folders end before this one.");
}

;// CONCATENATED MODULE: ../../packages/archive/lib/whole-file.js





async function writeWholeFile(file, produce) {
    const temporary = (0,external_node_path_.join)((0,external_node_path_.dirname)(file), `.${(0,external_node_path_.basename)(file).slice(0, 200)}.${(0,external_node_crypto_.randomBytes)(6).toString("hex")}.partial`);
    const handle = await openNew(temporary, file);
    try {
        const result = await produce((bytes) => writeAll(handle.fd, bytes));
        await handle.sync();
        await handle.close();
        await (0,promises_.rename)(temporary, file);
        return result;
    }
    catch (error) {
        await handle.close().catch(() => undefined);
        await (0,promises_.rm)(temporary, { force: true });
        throw whole_file_explain(file, error);
    }
}
function requireRoom(file, bytes) {
    const folder = (0,external_node_path_.dirname)(file);
    const { bavail, bsize } = statFileSystem(folder);
    const room = bavail * bsize;
    if (room >= bytes)
        return;
    throw (0,errors/* refusal */.x5)("DISK_FULL", `${file} may need ${toMegabytes(bytes)} MB, and the file system of ${folder} has ${toMegabytes(room)} MB left`, "Free some of it, or name an output folder on another file system.");
}
async function openNew(temporary, file) {
    try {
        return await (0,promises_.open)(temporary, "wx");
    }
    catch (error) {
        throw whole_file_explain(file, error);
    }
}
function writeAll(descriptor, bytes) {
    for (let done = 0; done < bytes.length;)
        done += (0,external_node_fs_.writeSync)(descriptor, bytes, done);
}
function statFileSystem(folder) {
    try {
        return (0,external_node_fs_.statfsSync)(folder);
    }
    catch (cause) {
        throw (0,errors/* configuration */.HF)("NO_OUTPUT_FOLDER", `${folder} is no folder that can be written to: ${cause.message}`);
    }
}
function whole_file_explain(file, error) {
    const { code } = error;
    if (typeof code !== "string" || !/^E[A-Z]+$/.test(code))
        return error;
    return (0,errors/* upstream */.a4)("FILE_NOT_WRITTEN", `${file} could not be written`, {
        nextStep: code === "ENOSPC" ? "Free room on its file system." : "Look at the folder and at who may write to it.",
        cause: error,
    });
}
function toMegabytes(bytes) {
    return (bytes / 1e6).toFixed(1);
}

;// CONCATENATED MODULE: ../../packages/archive/lib/write-archive.js





const BLOCK_BYTES = 1024 * 1024;
const IN_FLIGHT = 8;
async function writeArchive(options) {
    const plan = planTar(options);
    requireRoom(options.file, mostBytes(plan.size));
    const tar = (0,external_node_crypto_.createHash)("sha256");
    const compressed = (0,external_node_crypto_.createHash)("sha256");
    const files = [];
    let size = 0;
    await writeWholeFile(options.file, async (write) => {
        const free = [];
        const takeBlock = () => free.pop() ?? Buffer.allocUnsafeSlow(BLOCK_BYTES);
        const blocks = watched(tarBlocks(plan, takeBlock, (file) => files.push(file)), (block) => {
            options.signal?.throwIfAborted();
            tar.update(block);
        });
        await gzipBlocks(blocks, {
            level: options.level ?? 6,
            inFlight: IN_FLIGHT,
            write: (bytes) => {
                size += bytes.length;
                compressed.update(bytes);
                write(bytes);
            },
            release: (block) => block.length === BLOCK_BYTES && free.push(block),
        });
    });
    return { sha256: compressed.digest("hex"), tarSha256: tar.digest("hex"), size, tarSize: plan.size, files };
}
function* watched(items, watch) {
    for (const item of items) {
        watch(item);
        yield item;
    }
}
function mostBytes(tarSize) {
    return Math.ceil(tarSize * 1.001) + BLOCK_BYTES;
}

;// CONCATENATED MODULE: ../../packages/archive/lib/index.js









/***/ })

};
