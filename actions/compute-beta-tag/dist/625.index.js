export const id = 625;
export const ids = [625];
export const modules = {

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


/***/ }),

/***/ 9625:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   textVersion: () => (/* binding */ textVersion)
/* harmony export */ });
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2570);

function textVersion({ content }) {
    const lines = content
        .split(/\r\n|\n|\r/)
        .map((line) => line.trim())
        .filter((line) => line !== "");
    const [only, ...more] = lines;
    if (only === undefined)
        return (0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .absent */ .Ge)("it is empty");
    return more.length === 0
        ? { kind: "version", text: only }
        : (0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .absent */ .Ge)(`it has ${lines.length} lines of text; one is expected`);
}


/***/ })

};
