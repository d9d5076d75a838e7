export const id = 838;
export const ids = [838];
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

/***/ 1838:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   pyprojectVersion: () => (/* binding */ pyprojectVersion)
/* harmony export */ });
/* harmony import */ var _fairway_domain__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2863);
/* harmony import */ var smol_toml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3069);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2570);



function pyprojectVersion({ content }) {
    const pyproject = (0,smol_toml__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(content);
    const project = (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(pyproject, "project");
    const dynamic = (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(project, "dynamic");
    if (Array.isArray(dynamic) && dynamic.includes("version")) {
        const backend = (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)((0,_fairway_domain__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(pyproject, "build-system"), "build-backend");
        return (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .absent */ .Ge)(`its version is dynamic, computed by ${typeof backend === "string" ? backend : "its build backend"}`);
    }
    const version = (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(project, "version") ?? (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)((0,_fairway_domain__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)((0,_fairway_domain__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(pyproject, "tool"), "poetry"), "version");
    return (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .foundText */ .iq)(version, "it has neither project.version nor tool.poetry.version");
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
