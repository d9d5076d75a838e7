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

/**
 * The literal `version` of a Gradle project: of gradle.properties, or the one assignment outside of all braces in a build
 * script. A build script is a program; a version that it computes is not read.
 */
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
/** https://docs.oracle.com/javase/8/docs/api/java/util/Properties.html#load-java.io.Reader- */
function fromProperties(content) {
    const values = [...content.matchAll(/^[ \t\f]*version[ \t\f]*[=:][ \t\f]*(.*)$/gm)].map((match) => (match[1] ?? "").trim());
    const last = values.at(-1);
    return last === undefined || last === "" ? (0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .absent */ .Ge)("it has no property version") : { kind: "version", text: last };
}
function fromScript(script) {
    const statement = topLevelLines(script)
        .map((line) => /^version\s*(?:=|\s)\s*(.+)$/.exec(line)?.[1])
        .find((value) => value !== undefined);
    if (statement === undefined)
        return undefined;
    const literal = /^(["'])([^"'$]*)\1$/.exec(statement.trim())?.[2];
    return literal === undefined
        ? (0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .absent */ .Ge)(`its version is computed (${statement.trim().slice(0, 60)})`)
        : { kind: "version", text: literal };
}
/** The lines outside of all braces, without comments. Texts are kept whole, so a brace or `//` in one does not count. */
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
/** The found version when the value is a text, or why it is none. */
function foundText(value, why) {
    return typeof value === "string" && value !== "" ? { kind: "version", text: value } : { kind: "absent", why };
}
function absent(why) {
    return { kind: "absent", why };
}
/** The folder that a path lies in, "" for the root. */
function folderOf(path) {
    return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
/** A path in a folder, "" being the root. */
function pathIn(folder, name) {
    return folder === "" ? name : `${folder}/${name}`;
}


/***/ })

};
