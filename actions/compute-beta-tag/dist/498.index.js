export const id = 498;
export const ids = [498];
export const modules = {

/***/ 6498:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cargoVersion: () => (/* binding */ cargoVersion)
/* harmony export */ });
/* harmony import */ var _fairway_domain__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2863);
/* harmony import */ var smol_toml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3069);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2570);



async function cargoVersion(manifest) {
    const cargo = (0,smol_toml__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(manifest.content);
    const crate = (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(cargo, "package");
    const version = (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(crate, "version");
    if ((0,_fairway_domain__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(version, "workspace") === true)
        return inherited(manifest, (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(crate, "workspace"));
    if (crate === undefined)
        return (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .foundText */ .iq)(workspaceVersion(cargo), "it has neither package.version nor workspace.package.version");
    return (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .foundText */ .iq)(version, "it has no package.version");
}
async function inherited(manifest, named) {
    const folder = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .folderOf */ .yS)(manifest.path);
    if (typeof named === "string")
        return versionOfRoot(manifest, resolve(folder, named));
    for (let above = folder; above !== undefined; above = above === "" ? undefined : (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .folderOf */ .yS)(above)) {
        const content = await manifest.read((0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .pathIn */ .lW)(above, "Cargo.toml"));
        if (content !== undefined && (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)((0,smol_toml__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(content), "workspace") !== undefined)
            return versionOfRoot(manifest, above);
    }
    return (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .absent */ .Ge)("package.version is inherited, and no Cargo.toml above has a [workspace]");
}
async function versionOfRoot(manifest, folder) {
    const path = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .pathIn */ .lW)(folder, "Cargo.toml");
    const content = await manifest.read(path);
    if (content === undefined)
        return (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .absent */ .Ge)(`package.version is inherited from "${path}", which is not there`);
    return (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .foundText */ .iq)(workspaceVersion((0,smol_toml__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(content)), `package.version is inherited from "${path}", which has no workspace.package.version`);
}
function workspaceVersion(cargo) {
    return (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)((0,_fairway_domain__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)((0,_fairway_domain__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(cargo, "workspace"), "package"), "version");
}
function resolve(folder, relative) {
    const parts = folder === "" ? [] : folder.split("/");
    for (const part of relative.split("/")) {
        if (part === ".." && parts.length > 0 && parts.at(-1) !== "..")
            parts.pop();
        else if (part !== "." && part !== "")
            parts.push(part);
    }
    return parts.join("/");
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
