export const id = 199;
export const ids = [199];
export const modules = {

/***/ 5199:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  buildArm64Package: () => (/* binding */ buildArm64Package)
});

// EXTERNAL MODULE: ../../packages/domain/lib/errors.js
var errors = __webpack_require__(8306);
;// CONCATENATED MODULE: ./lib/find-tools.js

const SETUP = {
    go: { title: "Go", action: "actions/setup-go@v7", input: "go-version" },
    node: { title: "Node", action: "actions/setup-node@v7", input: "node-version" },
};
async function findTools(plan, ports) {
    const go = plan.builds.length > 0 ? await find("go", plan.goVersion, ports) : undefined;
    const node = plan.nodeVersion === undefined ? undefined : await find("node", plan.nodeVersion, ports);
    return { go, node };
}
async function find(name, wanted, ports) {
    const search = await ports.findTool(name, wanted);
    if (search.kind === "found")
        return search.tool;
    const { title, action, input } = SETUP[name];
    const asked = wanted === undefined ? title : `${title} ${wanted}`;
    const there = search.versions.length === 0 ? "none is" : `${search.versions.join(", ")} is`;
    throw (0,errors/* configuration */.HF)("TOOL_MISSING", `${asked} is needed and not on this runner; ${there} there`, `Put these lines before this step:\n- uses: ${action}\n  with:\n    ${input}: "${wanted ?? "stable"}"`);
}

;// CONCATENATED MODULE: ../../packages/domain/lib/clock.js
function createDeadline(clock, seconds) {
    const start = clock.elapsedMs();
    const totalMs = seconds * 1000;
    const usedMs = () => clock.elapsedMs() - start;
    return {
        totalMs,
        usedMs,
        remainingMs: () => Math.max(0, totalMs - usedMs()),
        expired: () => usedMs() >= totalMs,
    };
}
function renderDuration(ms) {
    const seconds = Math.round(ms / 1000);
    if (seconds < 120)
        return `${seconds} s`;
    const minutes = Math.floor(seconds / 60);
    const rest = seconds % 60;
    return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
}

;// CONCATENATED MODULE: ./lib/phases.js

function createPhases({ clock, log }) {
    const begun = clock.elapsedMs();
    return {
        run: async (name, work, told) => {
            const start = clock.elapsedMs();
            const result = await work();
            const end = clock.elapsedMs();
            const detail = told === undefined ? "" : `: ${told(result)}`;
            log.info(`${name}${detail} (${renderSeconds(end - start)}, ${renderDuration(end - begun)} since the start)`);
            return result;
        },
    };
}
function renderSeconds(ms) {
    return ms < 10_000 ? `${(ms / 1000).toFixed(1)} s` : renderDuration(ms);
}

;// CONCATENATED MODULE: ../../packages/domain/lib/json-pointer.js


function parseJsonPointer(text) {
    if (text !== "" && !text.startsWith("/"))
        throw refused(text, 'it does not start with "/"');
    if (/~(?![01])/.test(text))
        throw refused(text, '"~" is written ~0 and "/" in a name ~1');
    const tokens = text
        .split("/")
        .slice(1)
        .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
    return { text, tokens };
}
function valueAt(document, { tokens }) {
    let value = document;
    for (const token of tokens)
        value = Array.isArray(value) ? elementAt(value, token) : member(value, token);
    return value;
}
function elementAt(array, token) {
    return /^(0|[1-9]\d{0,8})$/.test(token) ? array[Number(token)] : undefined;
}
function refused(text, why) {
    return (0,errors/* configuration */.HF)("BAD_POINTER", `"${text.slice(0, 60)}" is not a JSON Pointer: ${why}`);
}

;// CONCATENATED MODULE: ./lib/edit-json.js

function editJson(text, set) {
    requireJson(text);
    const problems = [];
    const changes = [];
    for (const [pointer, value] of set) {
        const found = findValue(text, parseJsonPointer(pointer).tokens);
        if (typeof found === "string")
            problems.push(`${pointer}: ${found}`);
        else
            changes.push({ ...found, value: JSON.stringify(value) });
    }
    const ordered = changes.toSorted((left, right) => right.start - left.start);
    const inner = ordered.find((change, index) => index > 0 && change.end > (ordered[index - 1]?.start ?? change.end));
    if (inner !== undefined)
        problems.push("one pointer leads into the value of another; set one of the two");
    if (problems.length > 0)
        return { kind: "refused", problems };
    let edited = text;
    for (const { start, end, value } of ordered)
        edited = edited.slice(0, start) + value + edited.slice(end);
    return { kind: "edited", text: edited };
}
function requireJson(text) {
    try {
        JSON.parse(text);
    }
    catch (error) {
        throw (0,errors/* configuration */.HF)("BAD_JSON", `It is no JSON: ${(0,errors/* causeChain */.DD)(error)[0] ?? ""}`, "Correct the file.");
    }
}
function findValue(text, steps) {
    let span = trimmed(text);
    for (const [depth, step] of steps.entries()) {
        const children = childrenAt(text, span);
        const matches = children.filter(({ key }) => key === step);
        const way = `/${steps.slice(0, depth).join("/")}`;
        if (matches.length > 1)
            return `${way} has the key "${step}" twice`;
        const [match] = matches;
        if (match === undefined)
            return missing(way, step, children);
        span = match;
    }
    return span;
}
function missing(way, step, children) {
    if (children.length === 0)
        return `${way} holds no keys, so there is no "${step}"`;
    const keys = children.slice(0, 12).map(({ key }) => key);
    return `${way} has no "${step}"; it has ${keys.join(", ")}${children.length > keys.length ? ", …" : ""}`;
}
function trimmed(text) {
    return { start: text.length - text.trimStart().length, end: text.trimEnd().length };
}
function childrenAt(text, { start }) {
    const open = text[start];
    if (open !== "{" && open !== "[")
        return [];
    const children = [];
    let at = skipSpace(text, start + 1);
    while (text[at] !== "}" && text[at] !== "]") {
        let key = String(children.length);
        if (open === "{") {
            const end = skipValue(text, at);
            key = JSON.parse(text.slice(at, end));
            at = skipSpace(text, skipSpace(text, end) + 1);
        }
        const end = skipValue(text, at);
        children.push({ key, start: at, end });
        at = skipSpace(text, end);
        if (text[at] === ",")
            at = skipSpace(text, at + 1);
    }
    return children;
}
function skipSpace(text, from) {
    let at = from;
    while (at < text.length && /[\s]/.test(text[at] ?? ""))
        at += 1;
    return at;
}
function skipValue(text, from) {
    let depth = 0;
    let at = from;
    while (at < text.length) {
        const letter = text[at] ?? "";
        if (letter === '"')
            at = skipString(text, at);
        else
            at += 1;
        if (letter === "{" || letter === "[")
            depth += 1;
        if (letter === "}" || letter === "]")
            depth -= 1;
        if (depth === 0 && endsValue(text, at, letter))
            return at;
    }
    return at;
}
function endsValue(text, at, letter) {
    return '"}]'.includes(letter) || at >= text.length || /[\s,}\]:]/.test(text[at] ?? "");
}
function skipString(text, from) {
    let at = from + 1;
    while (text[at] !== '"')
        at += text[at] === "\\" ? 2 : 1;
    return at + 1;
}

;// CONCATENATED MODULE: ./lib/compare-bytes.js
const encoder = new TextEncoder();
function compareBytes(left, right) {
    const [a, b] = [encoder.encode(left), encoder.encode(right)];
    const shared = Math.min(a.length, b.length);
    for (let index = 0; index < shared; index += 1) {
        const difference = (a[index] ?? 0) - (b[index] ?? 0);
        if (difference !== 0)
            return difference;
    }
    return a.length - b.length;
}

;// CONCATENATED MODULE: ./lib/glob.js
function parseGlob(pattern) {
    const parts = pattern.replace(/\/$/, "/**").split("/");
    if (parts.at(-1) === "**")
        parts.push("*");
    const folders = { isStar: (part) => part === "**", fits: matchesPart };
    return { pattern, matches: (path) => matchSequence(parts, path.split("/"), folders) };
}
const LETTERS = {
    isStar: (letter) => letter === "*",
    fits: (letter, found) => letter === "?" || letter === found,
};
function matchesPart(pattern, part) {
    return matchSequence(Array.from(pattern), Array.from(part), LETTERS);
}
function matchSequence(pattern, items, { isStar, fits }) {
    let at = 0;
    let star;
    for (let index = 0; index < items.length;) {
        const wanted = pattern[at];
        const item = items[index];
        if (wanted !== undefined && isStar(wanted)) {
            star = { at, taken: index };
            at += 1;
        }
        else if (wanted !== undefined && item !== undefined && fits(wanted, item)) {
            at += 1;
            index += 1;
        }
        else if (star === undefined) {
            return false;
        }
        else {
            star = { at: star.at, taken: star.taken + 1 };
            at = star.at + 1;
            index = star.taken;
        }
    }
    return pattern.slice(at).every(isStar);
}

;// CONCATENATED MODULE: ./lib/plan-layout.js


const FOLDER_MODE = 0o755;
function planLayout({ sources, made, emptyFolders }) {
    const problems = [];
    const files = [...made, ...sources.flatMap(({ source, found }) => place(source, found, problems))];
    const empty = emptyFolders.map((path, index) => folder(path, `empty-folders[${index}]`));
    const entries = withParents([...files, ...empty]);
    problems.push(...strangeNames(files), ...clashes([...files, ...empty]), ...filledFolders(files, empty));
    if (files.length === 0 && problems.length === 0)
        problems.push("the package would hold no file");
    return problems.length > 0 ? { kind: "refused", problems } : { kind: "planned", entries };
}
function place(source, found, problems) {
    const { from, to, mode, place: where } = source;
    const origin = `${where} (${from})`;
    switch (found.kind) {
        case "missing":
            problems.push(`${origin}: is not in the workspace`);
            return [];
        case "refused":
            problems.push(`${origin}: ${found.reason}`);
            return [];
        case "later":
            return [{ path: to, mode, origin, content: { kind: "later" } }];
        case "file":
            if (source.include.length + source.exclude.length > 0)
                problems.push(`${origin}: is a file; include and exclude are for folders`);
            return [{ path: to, mode, origin, content: found }];
        case "tree":
            return choose(source, found.files, problems).map(({ path, file, size }) => ({
                path: `${to}/${path}`,
                mode,
                origin,
                content: { kind: "file", file, size },
            }));
    }
}
function choose(source, files, problems) {
    const include = source.include.map(parseGlob);
    const exclude = source.exclude.map(parseGlob);
    const matched = (globs, path) => globs.some((glob) => glob.matches(path));
    const origin = `${source.place} (${source.from})`;
    for (const glob of include) {
        if (!files.some(({ path }) => glob.matches(path)))
            problems.push(`${origin}: include "${glob.pattern}" finds nothing`);
    }
    const left = files.filter(({ path }) => (include.length === 0 || matched(include, path)) && !matched(exclude, path));
    if (left.length === 0)
        problems.push(`${origin}: gives no file${files.length > 0 ? " after include and exclude" : ""}`);
    return left;
}
function strangeNames(files) {
    return files
        .filter(({ path }) => /[\\\p{Cc}]/u.test(path))
        .map(({ path, origin }) => `${origin}: the name ${JSON.stringify(path)} has a backslash or a control character`);
}
function clashes(entries) {
    const byName = new Map();
    const problems = [];
    for (const { path, origin, content } of withParents(entries)) {
        const key = path.normalize("NFC").toLowerCase();
        const other = byName.get(key);
        const isFolder = content.kind === "folder";
        if (other === undefined)
            byName.set(key, { path, origin, folder: isFolder });
        else if (other.path === path && other.folder !== isFolder)
            problems.push(`${path}: is a file of ${isFolder ? other.origin : origin} and a folder of ${isFolder ? origin : other.origin}`);
        else if (other.path === path && !isFolder)
            problems.push(`${path}: comes from ${other.origin} and from ${origin}`);
        else if (other.path !== path)
            problems.push(`${path} and ${other.path} are one name where case does not count`);
    }
    return problems;
}
function filledFolders(files, empty) {
    return empty.flatMap(({ path, origin }) => {
        const inside = files.find((file) => file.path.startsWith(`${path}/`));
        return inside === undefined
            ? []
            : [`${origin}: ${path} is to be empty and ${inside.origin} puts ${inside.path} there`];
    });
}
function withParents(entries) {
    const folders = new Map();
    for (const { path, origin } of entries) {
        const parts = path.split("/");
        for (let depth = 1; depth < parts.length; depth += 1) {
            const parent = parts.slice(0, depth).join("/");
            if (!folders.has(parent))
                folders.set(parent, folder(parent, origin));
        }
    }
    for (const { path, content } of entries)
        if (content.kind === "folder")
            folders.delete(path);
    return [...folders.values(), ...entries].toSorted((left, right) => compareBytes(left.path, right.path));
}
function folder(path, origin) {
    return { path, mode: FOLDER_MODE, origin, content: { kind: "folder" } };
}

;// CONCATENATED MODULE: ./lib/gather-layout.js



const BINARY_MODE = 0o755;
const MAX_JSON_BYTES = 16 * 1024 * 1024;
async function gatherLayout(plan, binaries, planOnly, ports) {
    const later = planOnly && plan.commands.length > 0;
    const problems = [];
    const sources = [];
    for (const source of plan.sources)
        sources.push({ source, found: await look(source, later, ports) });
    const edited = [];
    for (const edit of plan.edits)
        edited.push(...(await takeEdited(edit, later, problems, ports)));
    const layout = planLayout({
        sources,
        made: [...binaries.map(layBinary), ...edited, ...generated(plan)],
        emptyFolders: plan.emptyFolders,
    });
    if (layout.kind === "planned" && problems.length === 0)
        return layout.entries;
    throw refusedLayout([...problems, ...(layout.kind === "refused" ? layout.problems : [])]);
}
async function look({ from }, later, ports) {
    try {
        const located = await ports.locate(from);
        if (located.kind === "missing")
            return { kind: later ? "later" : "missing" };
        if (located.kind === "file")
            return { kind: "file", file: located.path, size: located.size };
        const tree = await ports.archives.listTree(located.path);
        return { kind: "tree", files: tree.filter(({ kind }) => kind === "file") };
    }
    catch (error) {
        if (error instanceof errors/* FairwayError */.q2 && error.kind !== "bug")
            return { kind: "refused", reason: (0,errors/* causeChain */.DD)(error)[0] ?? "" };
        throw error;
    }
}
function layBinary({ to, file, size }) {
    const content = file === undefined || size === undefined ? { kind: "later" } : { kind: "file", file, size };
    return { path: to, mode: BINARY_MODE, origin: "go.builds", content };
}
function generated({ texts }) {
    return texts.map(({ to, mode, text }, index) => ({
        path: to,
        mode,
        origin: `generate[${index}]`,
        content: { kind: "bytes", bytes: new TextEncoder().encode(text) },
    }));
}
async function takeEdited({ place, from, to, mode, set }, later, problems, { files }) {
    const origin = `${place} (${from})`;
    const text = await files.readText(from, MAX_JSON_BYTES);
    if (text === undefined && later)
        return [{ path: to, mode, origin, content: { kind: "later" } }];
    if (text === undefined) {
        problems.push(`${origin}: is not in the workspace`);
        return [];
    }
    try {
        const edit = editJson(text, set);
        if (edit.kind === "edited")
            return [{ path: to, mode, origin, content: { kind: "bytes", bytes: new TextEncoder().encode(edit.text) } }];
        problems.push(...edit.problems.map((problem) => `${origin}: ${problem}`));
    }
    catch (error) {
        problems.push(`${origin}: ${(0,errors/* causeChain */.DD)(error)[0] ?? ""}`);
    }
    return [];
}
function refusedLayout(problems) {
    const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
    return (0,errors/* configuration */.HF)("BAD_LAYOUT", `The layout has ${count}; no package was made.\n${problems.map((problem) => `- ${problem}`).join("\n")}`, "Correct the manifest, or the steps that make the files.");
}

;// CONCATENATED MODULE: ./lib/go-command.js
function goBuildCommand(build, go, { folder, output }) {
    const flags = linkerFlags(build);
    return {
        program: go.program,
        args: [
            "build",
            ...(build.trimPath ? ["-trimpath"] : []),
            "-buildvcs=false",
            ...(build.tags.length > 0 ? [`-tags=${build.tags.join(",")}`] : []),
            ...(flags === "" ? [] : [`-ldflags=${flags}`]),
            "-o",
            output,
            build.package,
        ],
        folder,
        environment: {
            GOOS: "linux",
            GOARCH: "arm64",
            CGO_ENABLED: build.cgo ? "1" : "0",
            GOFLAGS: "-buildvcs=false",
            GOTOOLCHAIN: "local",
            GO111MODULE: "on",
            GOARM64: "v8.0",
            ...(build.cCompiler === undefined ? {} : { CC: build.cCompiler }),
        },
        inherit: [],
        searchFirst: [go.folder],
    };
}
function linkerFlags({ variables, strip }) {
    const assignments = variables.map(([name, value]) => `-X '${name}=${value}'`);
    return [...(strip ? ["-s", "-w"] : []), ...assignments].join(" ");
}

;// CONCATENATED MODULE: ./lib/manifest.schema.json
const manifest_schema_namespaceObject = /*#__PURE__*/JSON.parse('{"$schema":"https://json-schema.org/draft/2020-12/schema","title":"Manifest of a package that Fairway builds","description":"What build-arm64-package builds and where each file goes. {{version}}, {{build-number}}, {{build-date}}, {{commit}}, {{branch}} and {{enterprise}} are filled in where a text says so.","type":"object","additionalProperties":false,"required":["schema","archive"],"properties":{"schema":{"const":1,"description":"The version of this form. It is 1."},"archive":{"type":"object","additionalProperties":false,"required":["name","folder"],"properties":{"name":{"description":"Name of the archive without .tar.gz: letters, digits and . _ -. Fields are filled in.","type":"string","pattern":"^[A-Za-z0-9{][A-Za-z0-9._{}-]{0,119}$"},"folder":{"description":"The one folder that everything in the archive lies in: letters, digits and . _ -, no slash.","type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$"},"owner":{"description":"Numbers of the user and the group that own the files, 0 and 0 unless given.","type":"object","additionalProperties":false,"required":["uid","gid"],"properties":{"uid":{"type":"integer","minimum":0,"maximum":2097151},"gid":{"type":"integer","minimum":0,"maximum":2097151}}}}},"enterprise":{"type":"object","additionalProperties":false,"required":["folder"],"properties":{"folder":{"description":"A folder of the workspace. Where it is there, the package is the enterprise edition.","$ref":"#/$defs/source"}}},"commands":{"description":"Commands that make files which the layout takes, in this order, before anything else is built.","type":"array","maxItems":50,"items":{"type":"object","additionalProperties":false,"required":["name","run"],"properties":{"name":{"$ref":"#/$defs/title"},"folder":{"description":"Folder that the commands run in, the workspace unless given.","$ref":"#/$defs/source"},"run":{"$ref":"#/$defs/run"},"environment":{"$ref":"#/$defs/environment"},"pass-environment":{"$ref":"#/$defs/pass-environment"}}}},"web":{"description":"The web application. It is built before the Go programs, which may embed it.","type":"object","additionalProperties":false,"required":["run","output","to"],"properties":{"node":{"description":"Version of Node, such as 24 or 24.x, in quotes.","$ref":"#/$defs/version"},"folder":{"description":"Folder that the commands run in, the workspace unless given.","$ref":"#/$defs/source"},"run":{"$ref":"#/$defs/run"},"environment":{"$ref":"#/$defs/environment"},"pass-environment":{"$ref":"#/$defs/pass-environment"},"output":{"description":"Folder of the workspace that the commands fill.","$ref":"#/$defs/source"},"to":{"$ref":"#/$defs/target"},"include":{"$ref":"#/$defs/globs"},"exclude":{"$ref":"#/$defs/globs"}}},"go":{"type":"object","additionalProperties":false,"required":["builds"],"properties":{"version":{"description":"Version of Go, such as 1.26 or 1.26.8, in quotes.","$ref":"#/$defs/version"},"builds":{"type":"array","minItems":1,"maxItems":50,"items":{"type":"object","additionalProperties":false,"required":["package","to"],"properties":{"folder":{"description":"Folder of the Go module, the workspace unless given.","$ref":"#/$defs/source"},"package":{"description":"The main package: a path such as ./cmd/server, or an import path.","type":"string","pattern":"^(?!.*(^|/)\\\\.\\\\.(/|$))[A-Za-z0-9_.~/][A-Za-z0-9_.~/-]{0,299}$"},"to":{"$ref":"#/$defs/target"},"tags":{"$ref":"#/$defs/tags"},"variables":{"$ref":"#/$defs/variables"},"enterprise":{"description":"What the enterprise edition has besides. A variable that is in both takes this value.","type":"object","additionalProperties":false,"properties":{"tags":{"$ref":"#/$defs/tags"},"variables":{"$ref":"#/$defs/variables"}}},"trim-path":{"description":"Whether paths of this machine are left out, true unless given. false gives up the same bytes elsewhere.","type":"boolean"},"strip":{"description":"Whether symbols and debug information are left out (-s -w), false unless given.","type":"boolean"},"cgo":{"description":"Whether C code is compiled in, false unless given. It needs c-compiler.","type":"boolean"},"c-compiler":{"description":"The C compiler for ARM64, such as aarch64-linux-gnu-gcc.","type":"string","pattern":"^[A-Za-z0-9_/][A-Za-z0-9_./+-]{0,199}$"}}}}}},"layout":{"description":"Files and folders of the workspace and their places in the package.","type":"array","maxItems":500,"items":{"type":"object","additionalProperties":false,"required":["from","to"],"properties":{"from":{"description":"A file or a folder of the workspace.","$ref":"#/$defs/source"},"to":{"$ref":"#/$defs/target"},"mode":{"$ref":"#/$defs/mode"},"include":{"$ref":"#/$defs/globs"},"exclude":{"$ref":"#/$defs/globs"}}}},"json":{"description":"JSON files that are taken with changes. Everything else in them stays as it is written, the order of keys too.","type":"array","maxItems":100,"items":{"type":"object","additionalProperties":false,"required":["from","to","set"],"properties":{"from":{"description":"A JSON file of the workspace.","$ref":"#/$defs/source"},"to":{"$ref":"#/$defs/target"},"mode":{"$ref":"#/$defs/mode"},"set":{"description":"New values by JSON pointer, such as /LogSettings/ConsoleLevel. Each key must be there. Fields are filled in in texts.","type":"object","minProperties":1,"propertyNames":{"description":"A JSON pointer: a slash in front of each key.","pattern":"^(/([^~/]|~[01])*)+$"}}}}},"generate":{"description":"Files whose text stands here.","type":"array","maxItems":100,"items":{"type":"object","additionalProperties":false,"required":["to","text"],"properties":{"to":{"$ref":"#/$defs/target"},"mode":{"$ref":"#/$defs/mode"},"text":{"description":"The text. Fields are filled in.","type":"string","maxLength":1000000}}}},"license":{"type":"object","additionalProperties":false,"required":["from","to"],"properties":{"from":{"description":"The license file.","$ref":"#/$defs/source"},"enterprise":{"description":"The license file of the enterprise edition.","$ref":"#/$defs/source"},"to":{"$ref":"#/$defs/target"}}},"empty-folders":{"description":"Folders of the package that nothing lies in.","type":"array","maxItems":100,"items":{"$ref":"#/$defs/target"}}},"$defs":{"source":{"description":"A path below the workspace with forward slashes: no .. in it, no slash or dash in front.","type":"string","maxLength":500,"pattern":"^(?!-)(?!\\\\.?$)(?!.*(^|/)\\\\.\\\\.(/|$))[^/\\\\\\\\\\\\u0000-\\\\u001f][^\\\\\\\\\\\\u0000-\\\\u001f]*$"},"target":{"description":"A path inside the archive\'s folder with forward slashes: no empty part, no . or .. in it.","type":"string","maxLength":500,"pattern":"^(?!.*(^|/)\\\\.{1,2}(/|$))[^/\\\\\\\\\\\\u0000-\\\\u001f]+(/[^/\\\\\\\\\\\\u0000-\\\\u001f]+)*$"},"mode":{"description":"Mode of the files: three octal digits in quotes, such as \\"600\\". 644 unless given.","type":"string","pattern":"^[0-7]{3}$"},"globs":{"description":"Patterns of paths below the folder: * is anything but a slash, ** any number of folders, ? one character.","type":"array","minItems":1,"maxItems":100,"items":{"type":"string","minLength":1,"maxLength":300}},"version":{"description":"A version or the start of one, in quotes, such as \\"1.26\\".","type":"string","pattern":"^[0-9]+(\\\\.[0-9x]+){0,2}(-[0-9A-Za-z.]+)?$"},"title":{"description":"A name that is shown.","type":"string","pattern":"^[^\\\\u0000-\\\\u001f]{1,100}$"},"run":{"description":"Commands, each a list of the program and its arguments. No shell reads them.","type":"array","minItems":1,"maxItems":20,"items":{"type":"array","minItems":1,"maxItems":100,"items":{"description":"One argument, without control characters.","type":"string","pattern":"^[^\\\\u0000-\\\\u001f]{0,2000}$"}}},"environment":{"description":"Variables for the commands. Fields are filled in.","type":"object","propertyNames":{"description":"A name of a variable.","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"},"additionalProperties":{"description":"Text of one line, in quotes where it looks like a number.","type":"string","pattern":"^[^\\\\u0000-\\\\u001f]{0,2000}$"}},"pass-environment":{"description":"Names of variables of the step that the commands may see, such as NODE_AUTH_TOKEN. They see few others.","type":"array","maxItems":50,"items":{"description":"A name of a variable.","type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}},"tags":{"description":"Build tags. They are sorted, because their order changes the bytes.","type":"array","maxItems":50,"items":{"description":"A build tag: letters, digits, _ and a dot.","type":"string","pattern":"^[A-Za-z0-9_][A-Za-z0-9_.]{0,99}$"}},"variables":{"description":"Texts that the linker puts into variables (-X), by import path and name. Fields are filled in.","type":"object","propertyNames":{"description":"An import path, a dot and the name of a variable, such as main.version.","pattern":"^[A-Za-z0-9_][A-Za-z0-9_.~/-]*\\\\.[A-Za-z_][A-Za-z0-9_]*$"},"additionalProperties":{"description":"Text of one line without quotes, in quotes where it looks like a number or a boolean.","type":"string","pattern":"^[^\'\\"\\\\u0000-\\\\u001f]{1,500}$"}}}}');
;// CONCATENATED MODULE: ../../packages/domain/lib/json.js
function isRecord(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
function json_member(value, key) {
    return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
function stringMember(value, key) {
    const found = json_member(value, key);
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

// EXTERNAL MODULE: ../../packages/domain/lib/closest-name.js
var closest_name = __webpack_require__(3472);
;// CONCATENATED MODULE: ./lib/schema-problems.js

const ECHOES = new Set(["properties", "items", "$ref", "false", "propertyNames", "additionalProperties"]);
function listProblems(schema, value, errors) {
    const problems = errors.flatMap((error) => {
        const steps = pointerSteps(error.instanceLocation);
        if (error.keyword === "additionalProperties")
            return unknownKeys(schema, value, error);
        if (error.keyword === "required")
            return missingKeys(schema, value, error);
        if (ECHOES.has(error.keyword))
            return [];
        const rule = ruleOf(schema, error);
        if (error.keywordLocation.includes("/propertyNames"))
            return [`${schema_problems_place(steps.slice(0, -1))}: the key ${quote(steps.at(-1))} is refused. ${rule}`];
        return [`${schema_problems_place(steps)}: ${quote(schema_problems_valueAt(value, steps))} is refused. ${rule}`];
    });
    return [...new Set(problems)];
}
function unknownKeys(schema, value, { keywordLocation, instanceLocation }) {
    const owner = nodesAt(schema, keywordLocation).at(-2);
    if (json_member(owner, "additionalProperties") !== false)
        return [];
    const known = Object.keys(json_member(owner, "properties") ?? {});
    const steps = pointerSteps(instanceLocation);
    const found = schema_problems_valueAt(value, steps);
    return Object.keys(isRecord(found) ? found : {})
        .filter((key) => !known.includes(key))
        .map((key) => {
        const near = (0,closest_name/* closestName */.N)(key, known);
        const hint = near === undefined ? `the keys here are ${known.join(", ")}` : `did you mean ${near}?`;
        return `${schema_problems_place([...steps, key])}: is not a key of the manifest; ${hint}`;
    });
}
function missingKeys(schema, value, { keywordLocation, instanceLocation }) {
    const required = nodesAt(schema, keywordLocation).at(-1);
    const steps = pointerSteps(instanceLocation);
    const found = schema_problems_valueAt(value, steps);
    return (Array.isArray(required) ? required : [])
        .filter((key) => typeof key === "string" && json_member(found, key) === undefined)
        .map((key) => `${schema_problems_place([...steps, key])}: is required and not there`);
}
function ruleOf(schema, { keywordLocation, error }) {
    const described = nodesAt(schema, keywordLocation).findLast((node) => typeof json_member(node, "description") === "string");
    const description = json_member(described, "description");
    return typeof description === "string" ? description : error;
}
function nodesAt(schema, keywordLocation) {
    const nodes = [schema];
    for (const step of pointerSteps(keywordLocation)) {
        const next = Array.isArray(nodes.at(-1)) ? nodes.at(-1)[Number(step)] : json_member(nodes.at(-1), step);
        const reference = step === "$ref" && typeof next === "string" ? next : undefined;
        nodes.push(reference === undefined ? next : nodesAt(schema, reference).at(-1));
    }
    return nodes;
}
function schema_problems_valueAt(value, steps) {
    let current = value;
    for (const step of steps)
        current = Array.isArray(current) ? current[Number(step)] : json_member(current, step);
    return current;
}
function pointerSteps(location) {
    return location
        .replace(/^#\/?/, "")
        .split("/")
        .filter((step) => step !== "")
        .map((step) => decodeURIComponent(step).replaceAll("~1", "/").replaceAll("~0", "~"));
}
function schema_problems_place(steps) {
    const text = steps.map((step) => (/^\d+$/.test(step) ? `[${step}]` : `.${step}`)).join("");
    return text === "" ? "the manifest" : text.replace(/^\./, "");
}
function quote(value) {
    const text = value === undefined ? "nothing" : JSON.stringify(value);
    return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

;// CONCATENATED MODULE: ./lib/read-manifest.js



const MAX_ALIASES = 50;
async function readManifest(path, content) {
    const [{ parse }, { Validator }] = await Promise.all([__webpack_require__.e(/* import() */ 293).then(__webpack_require__.t.bind(__webpack_require__, 8293, 19)), __webpack_require__.e(/* import() */ 992).then(__webpack_require__.bind(__webpack_require__, 8992))]);
    const value = parsed(path, () => parse(content, { maxAliasCount: MAX_ALIASES, prettyErrors: true }));
    const { errors } = new Validator(manifest_schema_namespaceObject, "2020-12", false).validate(value);
    const problems = listProblems(manifest_schema_namespaceObject, value, errors);
    if (problems.length > 0)
        throw read_manifest_refused(path, problems);
    return value;
}
function read_manifest_refused(path, problems) {
    const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
    return (0,errors/* configuration */.HF)("BAD_PACKAGE_MANIFEST", `${path} has ${count}; nothing was built.\n${problems.map((problem) => `- ${problem}`).join("\n")}`, "Correct the manifest. actions/build-arm64-package/README.md describes it, and editors read its schema.");
}
function parsed(path, parse) {
    try {
        return JSON.parse(JSON.stringify(parse()));
    }
    catch (error) {
        const [reason = "it does not parse"] = (0,errors/* causeChain */.DD)(error);
        throw (0,errors/* configuration */.HF)("BAD_PACKAGE_MANIFEST", `"${path}" is no valid YAML: ${reason}`, "Correct the file.");
    }
}

;// CONCATENATED MODULE: ./lib/template.js

function createFiller(values) {
    const problems = [];
    const known = new Map(Object.entries(values));
    return {
        problems,
        fill: (text, place) => text.replaceAll(/\{\{(.*?)\}\}/gs, (whole, inner) => {
            const name = inner.trim();
            const value = known.get(name);
            if (value !== undefined)
                return value;
            problems.push(`${place}: ${known.has(name) ? withoutValue(name) : unknownField(whole, name, [...known.keys()])}`);
            return whole;
        }),
    };
}
function withoutValue(name) {
    return `{{${name}}} has no value; give the input ${name}`;
}
function unknownField(whole, name, known) {
    const near = (0,closest_name/* closestName */.N)(name, known);
    const hint = near === undefined ? `the fields are ${known.join(", ")}` : `did you mean {{${near}}}?`;
    return `${whole.slice(0, 60)} is no field; ${hint}`;
}

;// CONCATENATED MODULE: ./lib/resolve-plan.js


const WORKSPACE = ".";
const FILE_MODE = 0o644;
function resolvePlan(manifest, values) {
    const enterprise = values.enterprise === "true";
    const filler = createFiller(values);
    const plan = {
        name: filler.fill(manifest.archive.name, "archive.name"),
        folder: manifest.archive.folder,
        owner: manifest.archive.owner ?? { uid: 0, gid: 0 },
        enterprise,
        goVersion: manifest.go?.version,
        nodeVersion: manifest.web?.node,
        commands: commandsOf(manifest, filler),
        builds: (manifest.go?.builds ?? []).map((build, index) => buildOf(build, `go.builds[${index}]`, { enterprise, filler })),
        sources: sourcesOf(manifest, enterprise),
        edits: (manifest.json ?? []).map((edit, index) => editOf(edit, `json[${index}]`, filler)),
        texts: (manifest.generate ?? []).map(({ to, mode, text }, index) => ({
            to,
            mode: modeOf(mode),
            text: filler.fill(text, `generate[${index}].text`),
        })),
        emptyFolders: manifest["empty-folders"] ?? [],
    };
    const problems = [...filler.problems, ...nameProblems(plan), ...buildProblems(plan)];
    return problems.length > 0 ? { kind: "refused", problems } : { kind: "planned", plan };
}
function commandsOf({ commands = [], web }, filler) {
    const planned = commands.map((entry, index) => commandOf(entry, entry.name, `commands[${index}]`, filler));
    return web === undefined
        ? planned
        : [...planned, { ...commandOf(web, "the web application", "web", filler), output: web.output }];
}
function commandOf(entry, name, place, filler) {
    const variables = Object.entries(entry.environment ?? {});
    return {
        name,
        folder: entry.folder ?? WORKSPACE,
        run: entry.run,
        environment: Object.fromEntries(variables.map(([key, value]) => [key, filler.fill(value, `${place}.environment.${key}`)])),
        inherit: entry["pass-environment"] ?? [],
        output: undefined,
    };
}
function buildOf(entry, place, { enterprise, filler }) {
    const more = enterprise ? entry.enterprise : undefined;
    const variables = Object.entries({ ...entry.variables, ...more?.variables });
    return {
        folder: entry.folder ?? WORKSPACE,
        package: entry.package,
        to: entry.to,
        tags: [...new Set([...(entry.tags ?? []), ...(more?.tags ?? [])])].toSorted(compareBytes),
        variables: variables
            .map(([name, value]) => [name, filler.fill(value, `${place}.variables.${name}`)])
            .toSorted(([left], [right]) => compareBytes(left, right)),
        trimPath: entry["trim-path"] ?? true,
        strip: entry.strip ?? false,
        cgo: entry.cgo ?? false,
        cCompiler: entry["c-compiler"],
    };
}
function sourcesOf({ layout = [], web, license }, enterprise) {
    const sources = layout.map(({ from, to, mode, include = [], exclude = [] }, index) => ({
        place: `layout[${index}]`,
        from,
        to,
        mode: modeOf(mode),
        include,
        exclude,
    }));
    const plain = { mode: FILE_MODE, include: [], exclude: [] };
    if (web !== undefined) {
        const { output, to, include = [], exclude = [] } = web;
        sources.push({ place: "web", from: output, to, mode: FILE_MODE, include, exclude });
    }
    if (license !== undefined) {
        const from = enterprise ? (license.enterprise ?? license.from) : license.from;
        sources.push({ place: "license", from, to: license.to, ...plain });
    }
    return sources;
}
function editOf({ from, to, mode, set }, place, filler) {
    const values = Object.entries(set).map(([pointer, value]) => [pointer, typeof value === "string" ? filler.fill(value, `${place}.set.${pointer}`) : value]);
    return { place, from, to, mode: modeOf(mode), set: values };
}
function nameProblems({ name }) {
    if (/^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$/.test(name))
        return [];
    return [`archive.name: ${JSON.stringify(name)} is refused. Letters, digits and . _ - are allowed, 120 at most.`];
}
function buildProblems({ builds }) {
    return builds.flatMap(({ cgo, cCompiler, variables }, index) => [
        ...(cgo && cCompiler === undefined ? [`go.builds[${index}].c-compiler: is required where cgo is true`] : []),
        ...(!cgo && cCompiler !== undefined ? [`go.builds[${index}].c-compiler: has no effect without cgo: true`] : []),
        ...variables
            .filter(([, value]) => /['"\p{Cc}]/u.test(value))
            .map(([name]) => `go.builds[${index}].variables.${name}: a quote or a control character cannot pass the linker's flags`),
    ]);
}
function modeOf(mode) {
    return mode === undefined ? FILE_MODE : Number.parseInt(mode, 8);
}

;// CONCATENATED MODULE: ./lib/prepare.js



const MAX_MANIFEST_BYTES = 4 * 1024 * 1024;
async function prepare(inputs, ports) {
    const manifest = await readManifest(inputs.manifest, await manifestText(inputs.manifest, ports));
    await requireCheckout(inputs, ports);
    const timeSeconds = ports.sourceDateEpoch() ?? (await ports.commit.headTime());
    const edition = manifest.enterprise === undefined ? undefined : await ports.locate(manifest.enterprise.folder);
    const verdict = resolvePlan(manifest, {
        version: inputs.version,
        "build-number": inputs.buildNumber,
        "build-date": renderTime(timeSeconds),
        commit: inputs.commit,
        branch: inputs.branch,
        enterprise: String(edition?.kind === "folder"),
    });
    const problems = verdict.kind === "refused" ? verdict.problems : outputProblems(inputs, verdict.plan);
    if (verdict.kind === "refused" || problems.length > 0)
        throw read_manifest_refused(inputs.manifest, problems);
    return { plan: verdict.plan, timeSeconds };
}
function renderTime(seconds) {
    return new Date(seconds * 1000).toISOString().replace(".000Z", "Z");
}
async function manifestText(path, { files }) {
    const text = await files.readText(path, MAX_MANIFEST_BYTES);
    if (text !== undefined)
        return text;
    throw (0,errors/* configuration */.HF)("NO_PACKAGE_MANIFEST", `"${path}" is not in the workspace`, "Check the path, relative to the repository's root, and that actions/checkout ran before.");
}
async function requireCheckout({ commit }, { commit: checkout, log }) {
    const head = await checkout.head();
    if (head !== commit) {
        throw (0,errors/* refusal */.x5)("OTHER_COMMIT", `The checked-out commit is ${head}, the package would name ${commit}; a package must name what it was built from`, 'Give actions/checkout the same commit as "ref", or give this step the commit that was checked out.');
    }
    const changed = await checkout.changedFiles();
    if (changed.length === 0)
        return;
    const named = changed.slice(0, 5).join(", ");
    log.warning(`${changed.length} tracked files differ from the commit that the package names (${named}${changed.length > 5 ? ", …" : ""}). Nobody can build the same package from the commit alone.`);
}
function outputProblems({ outputDirectory }, { sources }) {
    return sources
        .filter(({ from }) => outputDirectory === from || outputDirectory.startsWith(`${from}/`))
        .map(({ place, from }) => `${place} (${from}): holds output-directory ${outputDirectory}, so the package would hold itself`);
}

;// CONCATENATED MODULE: ./lib/result.js
const NO_FILES = { "checksum-file": "", sha256: "", "tar-sha256": "", sbom: "", files: "" };

;// CONCATENATED MODULE: ./lib/plan-only.js




async function planOnly(inputs, { plan, timeSeconds }, tools, ports) {
    const entries = await gatherLayout(plan, plan.builds.map(({ to }) => ({ to })), true, ports);
    ports.log.group("would run", commandLines(plan, tools));
    ports.log.group(`would pack into ${plan.folder}/`, entries.map(entryLine));
    const path = `${inputs.outputDirectory}/${plan.name}.tar.gz`;
    ports.log.info(`planned ${path}: ${entries.length} entries; nothing was changed`);
    return {
        outputs: {
            ...NO_FILES,
            package: path,
            files: JSON.stringify(entries.filter(({ content }) => content.kind !== "folder").map((entry) => `${plan.folder}/${entry.path}`)),
            outcome: "planned",
        },
        facts: [
            ["Package", path],
            ["Entries", String(entries.length)],
            ["Time", renderTime(timeSeconds)],
            ["Edition", plan.enterprise ? "enterprise" : ""],
        ],
        remarks: ["Nothing was built. The files that commands make were not looked for."],
    };
}
function commandLines({ commands, builds }, { go }) {
    const own = commands.flatMap(({ folder, run }) => run.map((argv) => `${folder}: ${argv.join(" ")}`));
    const compiled = builds.map((build) => {
        const command = goBuildCommand(build, go ?? { program: "go", folder: "" }, {
            folder: build.folder,
            output: build.to,
        });
        return `${build.folder}: GOOS=linux GOARCH=arm64 CGO_ENABLED=${build.cgo ? 1 : 0} go ${command.args.join(" ")}`;
    });
    return [...own, ...compiled];
}
function entryLine({ path, mode, content, origin }) {
    const shown = content.kind === "folder" ? `${path}/` : `${path} from ${origin}`;
    return `${mode.toString(8)} ${shown}${content.kind === "later" ? ", made by the build" : ""}`;
}

;// CONCATENATED MODULE: ./lib/judge-binary.js
function symbolOf(variable) {
    const slash = variable.lastIndexOf("/") + 1;
    const dot = variable.lastIndexOf(".");
    const element = variable.slice(slash, dot).replaceAll(".", "%2e");
    return `\0${variable.slice(0, slash)}${element}${variable.slice(dot)}.str\0`;
}
function judgeBinary(build, goVersion, facts) {
    return [
        ...elfProblems(build, facts),
        ...buildInfoProblems(build, goVersion, facts),
        ...variableProblems(build, facts),
    ];
}
function elfProblems({ cgo }, { elf }) {
    if (elf.kind === "not-elf")
        return ["is no ELF file"];
    const problems = [];
    if (elf.machine !== "aarch64" || elf.class !== 64)
        problems.push(`is for ${elf.machine} with ${elf.class} bits, not for aarch64 with 64`);
    if (!cgo && elf.interpreter !== undefined)
        problems.push(`needs the loader ${elf.interpreter}, though cgo is off`);
    return problems;
}
function buildInfoProblems(build, goVersion, { info }) {
    if (info === undefined)
        return ["holds no build information of Go"];
    const wanted = [
        ["GOOS", "linux"],
        ["GOARCH", "arm64"],
        ["CGO_ENABLED", build.cgo ? "1" : "0"],
        ["-tags", build.tags.join(",")],
        ["-trimpath", build.trimPath ? "true" : ""],
    ];
    const problems = wanted
        .filter(([name, value]) => (info.settings.get(name) ?? "") !== value)
        .map(([name, value]) => `was built with ${name} "${info.settings.get(name) ?? ""}", not "${value}"`);
    const built = plainVersion(info.goVersion);
    if (built !== goVersion)
        problems.push(`was built by Go ${built}, not ${goVersion}`);
    return problems;
}
function plainVersion(goVersion) {
    const [, minor = "", patch = ".0", candidate = ""] = /^go(\d+\.\d+)(\.\d+)?((?:rc|beta)\d+)?/.exec(goVersion) ?? [];
    return `${minor}${patch}${candidate.replace(/^([a-z]+)(\d+)$/, "-$1.$2")}`;
}
function variableProblems({ variables, package: main }, { present }) {
    return variables
        .filter(([name, value]) => !present.has(symbolOf(name)) || !present.has(value))
        .map(([name, value]) => `does not hold ${JSON.stringify(value)} for ${name}: ${main} uses no such variable, or it is no plain string variable`);
}

;// CONCATENATED MODULE: ./lib/run-programs.js

const SHOWN_LINES = 30;
async function runCommands(command, tools, timeSeconds, ports) {
    const folder = await folderAt(command.folder, ports);
    const searchFirst = [tools.node, tools.go].flatMap((tool) => (tool === undefined ? [] : [tool.folder]));
    const environment = { SOURCE_DATE_EPOCH: String(timeSeconds), ...command.environment };
    for (const [program = "", ...args] of command.run) {
        await runProgram({ program, args, folder, environment, inherit: command.inherit, searchFirst }, command.name, ports);
    }
    if (command.output === undefined)
        return;
    const output = await ports.locate(command.output);
    if (output.kind === "folder")
        return;
    throw (0,errors/* upstream */.a4)("NO_OUTPUT", `The commands of ${command.name} ended well and "${command.output}" is no folder`, {
        nextStep: 'Correct "output" in the manifest, or the commands.',
    });
}
async function folderAt(path, { locate }) {
    const located = await locate(path);
    if (located.kind === "folder")
        return located.path;
    throw (0,errors/* upstream */.a4)("NO_FOLDER", `"${path}" is no folder of the workspace`, {
        nextStep: 'Correct "folder" in the manifest.',
    });
}
async function runProgram(run, what, { programs, log }) {
    const { exitCode, lines, omitted } = await programs.run(run);
    const shown = [run.program.split("/").at(-1), ...run.args].join(" ");
    const head = omitted > 0 ? [`… ${omitted} lines before these`] : [];
    if (lines.length > 0)
        log.group(`output of ${shown.slice(0, 150)}`, [...head, ...lines]);
    if (exitCode === 0)
        return;
    const last = lines.slice(-SHOWN_LINES);
    for (const line of last)
        log.info(line);
    const how = exitCode === undefined ? "was ended by a signal" : `ended with exit code ${exitCode}`;
    const reason = last.findLast((line) => line.trim() !== "") ?? "it printed nothing";
    throw (0,errors/* upstream */.a4)("BUILD_FAILED", `${what}: ${shown.slice(0, 300)} ${how}: ${reason.slice(0, 300)}`, {
        nextStep: "Its last lines are above. Correct them and push, or run the same command in a checkout.",
    });
}

;// CONCATENATED MODULE: ./lib/build-binaries.js




async function buildBinary(build, go, output, ports) {
    const folder = await folderAt(build.folder, ports);
    await runProgram(goBuildCommand(build, go, { folder, output }), build.to, ports);
    const symbols = await withSymbols(build, go, { folder, output }, ports);
    const facts = await readFacts(build, { output, symbols }, ports);
    const problems = judgeBinary(build, go.version, facts);
    if (problems.length > 0 || facts.info === undefined)
        throw wrongBinary(build, problems);
    const { sha256, size } = await ports.binaries.hashFile(output);
    return { to: build.to, file: output, size, sha256, info: facts.info };
}
async function withSymbols(build, go, { folder, output }, ports) {
    if (!build.strip || build.variables.length === 0)
        return output;
    const unstripped = `${output}.symbols`;
    const command = goBuildCommand({ ...build, strip: false }, go, { folder, output: unstripped });
    await runProgram(command, `${build.to} with symbols`, ports);
    return unstripped;
}
async function readFacts({ variables }, { output, symbols }, { binaries }) {
    const names = variables.map(([name]) => symbolOf(name));
    const values = variables.map(([, value]) => value);
    const search = (file, needles) => needles.length === 0 ? Promise.resolve(new Set()) : binaries.findBytes(file, [...new Set(needles)]);
    const [elf, info, foundValues, foundNames] = await Promise.all([
        binaries.readElf(output),
        binaries.readGoBuildInfo(output),
        search(output, values),
        search(symbols, names),
    ]);
    return { elf, info, present: new Set([...foundValues, ...foundNames]) };
}
function wrongBinary({ to }, problems) {
    return (0,errors/* refusal */.x5)("WRONG_BINARY", `${to} was compiled and is not what was asked for; it is not packaged.\n${problems.map((problem) => `- ${to} ${problem}`).join("\n")}`, "A variable of -X that is misspelt is ignored by the linker: check its import path and its name. Correct the manifest.");
}

;// CONCATENATED MODULE: ./lib/make-package.js



async function makePackage(making, ports) {
    const { plan, tools, timeSeconds, bench, phases } = making;
    for (const command of plan.commands) {
        await phases.run(`ran ${command.name}`, () => runCommands(command, tools, timeSeconds, ports));
    }
    const binaries = await buildBinaries(making, ports);
    const entries = await phases.run("laid out the package", () => gatherLayout(plan, binaries, false, ports), (laid) => `${laid.length} entries`);
    const name = `${plan.name}.tar.gz`;
    const archive = await phases.run(`packed ${name}`, () => ports.archives.writeArchive({
        entries: archiveEntries(plan.folder, entries),
        mtimeSeconds: timeSeconds,
        file: `${bench.stage}/${name}`,
        owner: plan.owner,
        signal: ports.signal,
    }), ({ files, size }) => `${files.length} files, ${renderMegabytes(size)}`);
    return { name, binaries, archive };
}
function renderMegabytes(bytes) {
    return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
async function buildBinaries({ plan, tools, bench, phases }, ports) {
    const binaries = [];
    for (const [index, build] of plan.builds.entries()) {
        ports.signal.throwIfAborted();
        const { go } = tools;
        if (go === undefined)
            throw new TypeError("there are programs to build and no Go was looked for");
        const binary = await phases.run(`built ${build.to}`, () => buildBinary(build, go, `${bench.builds}/${index}`, ports), ({ size, info }) => `${renderMegabytes(size)}, ${info.goVersion}`);
        binaries.push(binary);
    }
    return binaries;
}
function archiveEntries(folder, entries) {
    const below = entries.map(({ path, mode, content }) => {
        if (content.kind === "later")
            throw new TypeError(`${path} is planned and not made`);
        return { path: `${folder}/${path}`, mode, content };
    });
    return [{ path: folder, mode: 0o755, content: { kind: "folder" } }, ...below];
}

;// CONCATENATED MODULE: ./lib/npm-components.js

const LOCKFILES = ["package-lock.json", "pnpm-lock.yaml"];
async function readLockfile(name, text) {
    const found = name === "package-lock.json" ? npmPackages(parseJson(text)) : pnpmPackages(await parseYaml(text));
    return [...new Map(found.map((one) => [`${one.name}@${one.version}`, one])).values()];
}
async function parseYaml(text) {
    const { parse } = await __webpack_require__.e(/* import() */ 293).then(__webpack_require__.t.bind(__webpack_require__, 8293, 19));
    return parse(text, { maxAliasCount: 100 });
}
function npmPackages(lockfile) {
    const packages = json_member(lockfile, "packages");
    return Object.entries(isRecord(packages) ? packages : {}).flatMap(([folder, entry]) => {
        const inside = folder.lastIndexOf("node_modules/");
        const version = stringMember(entry, "version");
        if (inside < 0 || version === undefined || json_member(entry, "link") === true || isForDevelopment(entry))
            return [];
        const name = stringMember(entry, "name") ?? folder.slice(inside + "node_modules/".length);
        return [{ name, version, integrity: stringMember(entry, "integrity") }];
    });
}
function isForDevelopment(entry) {
    return json_member(entry, "dev") === true || json_member(entry, "devOptional") === true;
}
function pnpmPackages(lockfile) {
    const packages = json_member(lockfile, "packages");
    return Object.entries(isRecord(packages) ? packages : {}).flatMap(([key, entry]) => {
        const [, name, version] = /^\/?(@?[^@]+)@(\d[^()]*)/.exec(key) ?? [];
        if (name === undefined || version === undefined || json_member(entry, "dev") === true)
            return [];
        return [{ name, version, integrity: stringMember(json_member(entry, "resolution"), "integrity") }];
    });
}

;// CONCATENATED MODULE: ./lib/render-sbom.js

const ALGORITHMS = new Map([
    ["sha1", "SHA-1"],
    ["sha256", "SHA-256"],
    ["sha384", "SHA-384"],
    ["sha512", "SHA-512"],
]);
function renderSbom({ name, version, time, binaries, npmPackages }) {
    const programs = binaries.map((binary) => ({ binary, modules: modulesOf(binary) }));
    const web = npmPackages.map(npmComponent);
    const components = [
        ...programs.map(({ binary }) => programComponent(binary, version)),
        ...programs.flatMap(({ modules }) => modules),
        ...web,
    ];
    const root = "package";
    const dependencies = [
        { ref: root, dependsOn: [...programs.map(({ binary }) => binary.to), ...refs(web)] },
        ...programs.map(({ binary, modules }) => ({ ref: binary.to, dependsOn: refs(modules) })),
    ];
    const bom = {
        $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
        bomFormat: "CycloneDX",
        specVersion: "1.6",
        version: 1,
        metadata: { timestamp: time, component: { type: "application", "bom-ref": root, name, version } },
        components: sortedOnce(components),
        dependencies: dependencies.map(({ ref, dependsOn }) => ({
            ref,
            dependsOn: [...new Set(dependsOn)].toSorted(compareBytes),
        })),
    };
    return `${JSON.stringify(bom, undefined, 2)}\n`;
}
function programComponent({ to, sha256, info }, version) {
    return {
        type: "application",
        "bom-ref": to,
        name: to.split("/").at(-1) ?? to,
        version,
        hashes: [{ alg: "SHA-256", content: sha256 }],
        properties: [
            { name: "go:package", value: info.path },
            { name: "go:version", value: info.goVersion },
        ],
    };
}
function modulesOf({ info }) {
    const standard = { path: "stdlib", version: info.goVersion.replace(/^go/, "").split(" ")[0] ?? "", sum: "" };
    return [standard, ...info.deps].map((dependency) => goComponent(dependency));
}
function goComponent(dependency) {
    const module = dependency.replace !== undefined && dependency.replace.version !== "" ? dependency.replace : dependency;
    const purl = `pkg:golang/${module.path.toLowerCase().split("/").map(encodeURIComponent).join("/")}@${encodeURIComponent(module.version)}`;
    const sum = module.sum === "" ? {} : { properties: [{ name: "go:sum", value: module.sum }] };
    return { type: "library", "bom-ref": purl, name: module.path, version: module.version, purl, ...sum };
}
function npmComponent({ name, version, integrity }) {
    const purl = `pkg:npm/${name.split("/").map(encodeURIComponent).join("/")}@${encodeURIComponent(version)}`;
    const hashes = (integrity ?? "").split(/\s+/).flatMap(hashOf);
    return { type: "library", "bom-ref": purl, name, version, purl, ...(hashes.length > 0 ? { hashes } : {}) };
}
function hashOf(integrity) {
    const [, algorithm = "", digest = ""] = /^(sha\d+)-([A-Za-z0-9+/]+={0,2})$/.exec(integrity) ?? [];
    const alg = ALGORITHMS.get(algorithm);
    if (alg === undefined)
        return [];
    const content = Array.from(atob(digest), (letter) => letter.charCodeAt(0).toString(16).padStart(2, "0")).join("");
    return [{ alg, content }];
}
function refs(components) {
    return components.map((component) => component["bom-ref"]);
}
function sortedOnce(components) {
    const once = new Map(components.map((component) => [component["bom-ref"], component]));
    return [...once.values()].toSorted((left, right) => compareBytes(left["bom-ref"], right["bom-ref"]));
}

;// CONCATENATED MODULE: ./lib/publish-package.js




const MAX_LOCKFILE_BYTES = 64 * 1024 * 1024;
async function publishPackage(inputs, making, ports) {
    const made = await makePackage(making, ports);
    const files = await making.phases.run(`moved it to ${inputs.outputDirectory}`, async () => {
        const beside = await writeBeside(inputs, { making, made }, ports);
        const archive = { name: made.name, size: made.archive.size, sha256: made.archive.sha256 };
        const names = [...beside.map(({ name }) => name), made.name];
        await making.bench.publish(names);
        return [archive, ...beside];
    });
    return report(inputs, { making, made, files });
}
async function writeBeside(inputs, { making, made }, ports) {
    const { bench, plan } = making;
    const write = async (name, content) => {
        await bench.write(name, content);
        return { name, ...(await ports.binaries.hashFile(`${bench.stage}/${name}`)) };
    };
    const sums = [
        { name: made.name, sha256: made.archive.sha256 },
        await write(`${plan.name}.files.json`, renderFiles(inputs, making, made)),
        await write(sbomName(plan.name), await sbomText(inputs, { making, made }, ports)),
    ];
    const own = await write(`${made.name}.sha256`, checksumLines(sums.slice(0, 1)));
    const all = await write("checksums.txt", checksumLines(sums));
    return [...sums.slice(1).filter((sum) => "size" in sum), own, all];
}
function checksumLines(sums) {
    return sums.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join("");
}
function sbomName(name) {
    return `${name}.cdx.json`;
}
function renderFiles({ commit }, making, { name, archive }) {
    const files = archive.files.map(({ path, mode, size, sha256 }) => ({
        path,
        mode: mode.toString(8).padStart(3, "0"),
        size,
        sha256,
    }));
    const { sha256, tarSha256 } = archive;
    const head = { schema: 1, package: name, sha256, tarSha256, commit, time: renderTime(making.timeSeconds) };
    return `${JSON.stringify({ ...head, files }, undefined, 2)}\n`;
}
async function sbomText({ version, commit }, { making, made }, ports) {
    return renderSbom({
        name: making.plan.name,
        version: version ?? commit,
        time: renderTime(making.timeSeconds),
        binaries: made.binaries,
        npmPackages: await publish_package_npmPackages(making, ports),
    });
}
async function publish_package_npmPackages({ plan }, { files, log }) {
    const web = plan.commands.find(({ output }) => output !== undefined);
    if (web === undefined)
        return [];
    for (const folder of foldersUp(web.folder)) {
        for (const name of LOCKFILES) {
            const text = await files.readText(`${folder}${name}`, MAX_LOCKFILE_BYTES);
            if (text !== undefined)
                return readLockfile(name, text);
        }
    }
    log.warning(`The bill of materials has no packages of the web application: there is no ${LOCKFILES.join(" or ")} in ${web.folder} or above.`);
    return [];
}
function foldersUp(folder) {
    const parts = folder.split("/").filter((part) => part !== "." && part !== "");
    return [...parts.map((_, index) => `${parts.slice(0, parts.length - index).join("/")}/`), ""];
}
function report({ outputDirectory, commit }, { making, made, files }) {
    const path = (name) => `${outputDirectory}/${name}`;
    const { archive, name } = made;
    return {
        outputs: {
            package: path(name),
            "checksum-file": path(`${name}.sha256`),
            sha256: archive.sha256,
            "tar-sha256": archive.tarSha256,
            sbom: path(sbomName(making.plan.name)),
            files: JSON.stringify(files.map((file) => ({ path: path(file.name), size: file.size, sha256: file.sha256 }))),
            outcome: "packaged",
        },
        facts: [
            ["Package", path(name)],
            ["Size", `${renderMegabytes(archive.size)}, ${archive.files.length} files`],
            ["sha256", archive.sha256],
            ["sha256 of the tar", archive.tarSha256],
            ["Commit", commit],
            ["Time", renderTime(making.timeSeconds)],
            ["Edition", making.plan.enterprise ? "enterprise" : ""],
            ...made.binaries.map(({ to, size, info }) => [to, `${renderMegabytes(size)}, ${info.goVersion}`]),
        ],
        remarks: [`Verify it with: sha256sum -c ${name}.sha256`],
    };
}

;// CONCATENATED MODULE: ./lib/compare-packages.js

function comparePackages(given, built) {
    if (given.tarSha256 === built.tarSha256)
        return { kind: given.sha256 === built.sha256 ? "same" : "same-content" };
    const [left, right] = [given, built].map(({ entries }) => new Map(entries.map((entry) => [entry.path, entry])));
    const paths = [...new Set([...(left?.keys() ?? []), ...(right?.keys() ?? [])])].toSorted(compareBytes);
    const differences = paths.flatMap((path) => {
        const reason = difference(left?.get(path), right?.get(path));
        return reason === undefined ? [] : [{ path, reason }];
    });
    const [first] = differences;
    if (first === undefined)
        return { kind: "different", first: "", reason: "the order of the entries or their headers differ", count: 0 };
    return { kind: "different", first: first.path, reason: first.reason, count: differences.length };
}
function difference(given, built) {
    if (given === undefined)
        return "is in what was built and not in the package";
    if (built === undefined)
        return "is in the package and not in what was built";
    const facts = [
        ["kind", given.kind, built.kind],
        ["size", given.size, built.size],
        ["sha256", given.sha256, built.sha256],
        ["mode", given.mode.toString(8), built.mode.toString(8)],
        ["owner", `${given.uid}:${given.gid}`, `${built.uid}:${built.gid}`],
        ["time", given.mtimeSeconds, built.mtimeSeconds],
    ];
    const [other] = facts.filter(([, left, right]) => left !== right);
    return other === undefined
        ? undefined
        : `has the ${other[0]} ${other[1]} in the package and ${other[2]} in what was built`;
}

;// CONCATENATED MODULE: ./lib/verify-package.js




async function verifyPackage(path, making, ports) {
    const located = await ports.locate(path);
    if (located.kind !== "file")
        throw notThere(path);
    const given = await making.phases.run(`read ${path}`, () => ports.archives.readArchive(located.path));
    const made = await makePackage(making, ports);
    const built = await ports.archives.readArchive(`${making.bench.stage}/${made.name}`);
    const comparison = comparePackages(given, built);
    const outputs = { ...NO_FILES, package: path, sha256: given.sha256, "tar-sha256": given.tarSha256 };
    const facts = [
        ["Package", path],
        ["sha256 of its tar", given.tarSha256],
        ["sha256 of the tar built again", built.tarSha256],
    ];
    if (comparison.kind === "different") {
        const failure = different(path, comparison);
        return { outputs: { ...outputs, outcome: "different" }, facts, remarks: [failure.message], failure };
    }
    const remark = comparison.kind === "same"
        ? "It is what the commit gives, byte for byte."
        : "Its content is what the commit gives, byte for byte. It was compressed by another version of zlib.";
    ports.log.info(`verified ${path}: ${remark}`);
    return { outputs: { ...outputs, outcome: "verified" }, facts, remarks: [remark] };
}
function different(path, { first, reason, count }) {
    const more = count > 1 ? `; ${count - 1} more differ` : "";
    return (0,errors/* refusal */.x5)("DIFFERENT_PACKAGE", `${path} is not what this commit gives. ${first === "" ? "" : `${first}: `}${reason}${more}`, "Check that version, build-number, branch and the versions of Go and Node are those of the build that made it.");
}
function notThere(path) {
    return (0,errors/* configuration */.HF)("NO_PACKAGE", `"${path}" is no file of the workspace, so there is nothing to verify`, "Download the package before this step, for instance with gh release download.");
}

;// CONCATENATED MODULE: ./lib/build-arm64-package.js






async function buildArm64Package(inputs, ports) {
    const phases = createPhases(ports);
    const preparation = await phases.run("read the manifest", () => prepare(inputs, ports));
    const tools = await phases.run("found the tools", () => findTools(preparation.plan, ports), ({ go, node }) => [go && `Go ${go.version}`, node && `Node ${node.version}`].filter(Boolean).join(", ") || "none is needed");
    if (inputs.dryRun)
        return planOnly(inputs, preparation, tools, ports);
    const bench = await ports.openWorkbench(inputs.outputDirectory);
    try {
        const making = { ...preparation, tools, bench, phases };
        return inputs.verify === undefined
            ? await publishPackage(inputs, making, ports)
            : await verifyPackage(inputs.verify, making, ports);
    }
    finally {
        await bench.clear();
    }
}


/***/ })

};
