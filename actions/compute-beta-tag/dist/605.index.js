export const id = 605;
export const ids = [605];
export const modules = {

/***/ 6605:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gradleVersion: () => (/* binding */ gradleVersion)
/* harmony export */ });
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2570);

async function gradleVersion(manifest) {
    if (manifest.path.endsWith(".properties"))
        return fromProperties(manifest.content);
    const found = fromScript(manifest.content);
    if (found !== undefined)
        return found;
    const properties = await manifest.read((0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .pathIn */ .lW)((0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .folderOf */ .yS)(manifest.path), "gradle.properties"));
    const beside = properties === undefined ? (0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .absent */ .Ge)("") : fromProperties(properties);
    return beside.kind === "version"
        ? beside
        : (0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .absent */ .Ge)("it assigns no version outside of all blocks, and no gradle.properties beside it does");
}
function fromProperties(content) {
    const values = [...content.matchAll(/^[ \t\f]*version[ \t\f]*[=:][ \t\f]*(.*)$/gm)].map((match) => (match[1] ?? "").trim());
    const last = values.at(-1);
    return last === undefined || last === "" ? (0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .absent */ .Ge)("it has no property version") : { kind: "version", text: last };
}
function fromScript(script) {
    const statement = topLevelLines(script)
        .map((line) => /^version(?:\s*=\s*|\s+)([^\s=].*)$/.exec(line)?.[1])
        .find((value) => value !== undefined);
    if (statement === undefined)
        return undefined;
    const literal = /^(["'])([^"'$]*)\1$/.exec(statement.trim())?.[2];
    return literal === undefined
        ? (0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .absent */ .Ge)(`its version is computed (${statement.trim().slice(0, 60)})`)
        : { kind: "version", text: literal };
}
function topLevelLines(script) {
    const token = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|[{}]|[^"'/{}]+|\//g;
    let depth = 0;
    let kept = "";
    for (const [part] of script.matchAll(token)) {
        if (part === "{")
            depth += 1;
        else if (part === "}")
            depth -= 1;
        else if (depth === 0 && !part.startsWith("//") && !part.startsWith("/*"))
            kept += part;
    }
    return kept.split(/[\r\n;]+/).map((line) => line.trim());
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
