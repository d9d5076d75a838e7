export const id = 955;
export const ids = [955];
export const modules = {

/***/ 4955:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openWorkspace: () => (/* binding */ openWorkspace)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var _fairway_domain__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8306);
/* harmony import */ var _fairway_domain__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9441);





const MAX_FILE_BYTES = 2 * 1024 * 1024 * 1024 - 1;
const CHUNK_BYTES = 1024 * 1024;
const UNCHANGED = "Let nothing write to the files while this action reads them.";
function openWorkspace(root) {
    return {
        readText: async (path, maxBytes) => {
            const file = await locate(root, path);
            return file === undefined ? undefined : decode(path, await readAtMost(file, path, maxBytes));
        },
        find: async (patterns) => {
            const found = await Promise.all(patterns.map((pattern) => match(root, pattern)));
            const paths = [...new Set(found.flat())].toSorted();
            const files = [];
            for (const path of paths)
                files.push(await digestFile(root, path));
            return files;
        },
    };
}
async function match(root, pattern) {
    if ((0,node_path__WEBPACK_IMPORTED_MODULE_3__.isAbsolute)(pattern))
        throw outside(pattern);
    const paths = [];
    for await (const entry of (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.glob)(pattern, { cwd: root, withFileTypes: true })) {
        if (!entry.isDirectory())
            paths.push((0,node_path__WEBPACK_IMPORTED_MODULE_3__.relative)(root, (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(entry.parentPath, entry.name)));
    }
    if (paths.length > 0)
        return paths;
    throw (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_4__/* .configuration */ .HF)("NO_FILE", `"${pattern}" finds no file in the workspace`, "Check the pattern, relative to the repository's root, and that the step which makes the file ran before.");
}
async function digestFile(root, path) {
    const file = await locate(root, path);
    if (file === undefined)
        throw (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_4__/* .configuration */ .HF)("NO_FILE", `"${path}" was there and is gone`);
    const { size } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(file);
    refuseLarge(path, size, MAX_FILE_BYTES);
    const read = () => readExactly(file, path, size);
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256");
    for await (const chunk of read())
        hash.update(chunk);
    return { name: (0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)(path), size, digest: (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_5__/* .parseDigest */ .m)(`sha256:${hash.digest("hex")}`), read };
}
async function* readExactly(file, path, size) {
    if (size === 0)
        return;
    let left = size;
    for await (const chunk of (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(file, { end: size - 1, highWaterMark: CHUNK_BYTES })) {
        left -= chunk.byteLength;
        yield chunk;
    }
    if (left > 0)
        throw (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_4__/* .configuration */ .HF)("FILE_CHANGED", `"${path}" had ${size} bytes and has ${left} fewer now`, UNCHANGED);
}
async function locate(root, path) {
    if ((0,node_path__WEBPACK_IMPORTED_MODULE_3__.isAbsolute)(path))
        throw outside(path);
    const base = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.realpath)(root);
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.realpath)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.resolve)(base, path)).catch(() => undefined);
    const from = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.relative)(base, file ?? (0,node_path__WEBPACK_IMPORTED_MODULE_3__.resolve)(base, path));
    if (from === ".." || from.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_3__.sep}`) || (0,node_path__WEBPACK_IMPORTED_MODULE_3__.isAbsolute)(from))
        throw outside(path);
    return file;
}
async function readAtMost(file, path, maxBytes) {
    const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(file, "r");
    try {
        refuseLarge(path, (await handle.stat()).size, maxBytes);
        return await handle.readFile();
    }
    finally {
        await handle.close();
    }
}
function refuseLarge(path, size, maxBytes) {
    if (size <= maxBytes)
        return;
    throw (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_4__/* .configuration */ .HF)("FILE_TOO_LARGE", `"${path}" has ${size} bytes, at most ${maxBytes} are read`);
}
function decode(path, bytes) {
    const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    if (utf16)
        throw (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_4__/* .configuration */ .HF)("NOT_UTF8", `"${path}" is UTF-16; save it as UTF-8`);
    try {
        return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    }
    catch (error) {
        throw (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_4__/* .configuration */ .HF)("NOT_UTF8", `"${path}" is not UTF-8 text (${error instanceof Error ? error.message : "decoding failed"})`);
    }
}
function outside(path) {
    return (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_4__/* .configuration */ .HF)("OUTSIDE_WORKSPACE", `"${path}" leads out of the workspace`, "Name a file of the checked-out repository, relative to its root.");
}


/***/ })

};
