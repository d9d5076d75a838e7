export const id = 4;
export const ids = [4];
export const modules = {

/***/ 1004:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   goVersion: () => (/* binding */ goVersion)
/* harmony export */ });
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2570);

async function goVersion({ path, nearestTag }) {
    const folder = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .folderOf */ .yS)(path);
    const prefix = folder === "" ? "v" : `${folder}/v`;
    const tag = await nearestTag(prefix);
    if (tag === undefined)
        return (0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .absent */ .Ge)(`a Go module has its version in git tags, and no tag ${prefix}… is at or before the commit`);
    return { kind: "version", text: tag.slice(prefix.length) };
}


/***/ }),

/***/ 2570:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ge: () => (/* binding */ absent),
/* harmony export */   iq: () => (/* binding */ foundText),
/* harmony export */   lW: () => (/* binding */ pathIn),
/* harmony export */   yS: () => (/* binding */ folderOf)
/* harmony export */ });
function foundText(value, why) {
    return typeof value === "string" && value !== "" ? { kind: "version", text: value } : { kind: "absent", why };
}
function absent(why) {
    return { kind: "absent", why };
}
function folderOf(path) {
    return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
function pathIn(folder, name) {
    return folder === "" ? name : `${folder}/${name}`;
}


/***/ })

};
