export const id = 863;
export const ids = [863];
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

/***/ 8863:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   packageJsonVersion: () => (/* binding */ packageJsonVersion)
/* harmony export */ });
/* harmony import */ var _fairway_domain__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2863);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2570);


function packageJsonVersion({ content }) {
    return (0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .foundText */ .iq)((0,_fairway_domain__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(JSON.parse(content), "version"), "it has no version");
}


/***/ }),

/***/ 2863:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dc: () => (/* binding */ member)
/* harmony export */ });
/* unused harmony exports isRecord, stringMember, parseJson */
function isRecord(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
function member(value, key) {
    return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
function stringMember(value, key) {
    const found = member(value, key);
    return typeof found === "string" ? found : undefined;
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}


/***/ })

};
