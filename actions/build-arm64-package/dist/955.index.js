export const id = 955;
export const ids = [955];
export const modules = {

/***/ 4955:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openWorkspace: () => (/* binding */ openWorkspace)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _fairway_domain__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8306);



const MAX_FILE_BYTES = 2 * 1024 * 1024 * 1024 - 1;
function openWorkspace(root) {
    return {
        readText: async (path, maxBytes) => {
            const file = await locate(root, path);
            return file === undefined ? undefined : decode(path, await readAtMost(file, path, maxBytes));
        },
        find: async (patterns) => {
            const found = await Promise.all(patterns.map((pattern) => match(root, pattern)));
            const paths = [...new Set(found.flat())].toSorted();
            return Promise.all(paths.map((path) => readWhole(root, path)));
        },
    };
}
async function match(root, pattern) {
    if ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(pattern))
        throw outside(pattern);
    const paths = [];
    for await (const entry of (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.glob)(pattern, { cwd: root, withFileTypes: true })) {
        if (!entry.isDirectory())
            paths.push((0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(entry.parentPath, entry.name)));
    }
    if (paths.length > 0)
        return paths;
    throw (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_2__/* .configuration */ .HF)("NO_FILE", `"${pattern}" finds no file in the workspace`, "Check the pattern, relative to the repository's root, and that the step which makes the file ran before.");
}
async function readWhole(root, path) {
    const file = await locate(root, path);
    if (file === undefined)
        throw (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_2__/* .configuration */ .HF)("NO_FILE", `"${path}" was there and is gone`);
    return { name: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path), content: await readAtMost(file, path, MAX_FILE_BYTES) };
}
async function locate(root, path) {
    if ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(path))
        throw outside(path);
    const base = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(root);
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(base, path)).catch(() => undefined);
    const from = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(base, file ?? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(base, path));
    if (from === ".." || from.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`) || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(from))
        throw outside(path);
    return file;
}
async function readAtMost(file, path, maxBytes) {
    const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(file, "r");
    try {
        const { size } = await handle.stat();
        if (size > maxBytes)
            throw (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_2__/* .configuration */ .HF)("FILE_TOO_LARGE", `"${path}" has ${size} bytes, at most ${maxBytes} are read`);
        const bytes = await handle.readFile();
        return bytes;
    }
    finally {
        await handle.close();
    }
}
function decode(path, bytes) {
    const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    if (utf16)
        throw (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_2__/* .configuration */ .HF)("NOT_UTF8", `"${path}" is UTF-16; save it as UTF-8`);
    try {
        return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    }
    catch (error) {
        throw (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_2__/* .configuration */ .HF)("NOT_UTF8", `"${path}" is not UTF-8 text (${error instanceof Error ? error.message : "decoding failed"})`);
    }
}
function outside(path) {
    return (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_2__/* .configuration */ .HF)("OUTSIDE_WORKSPACE", `"${path}" leads out of the workspace`, "Name a file of the checked-out repository, relative to its root.");
}


/***/ })

};
