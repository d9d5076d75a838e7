export const id = 807;
export const ids = [807];
export const modules = {

/***/ 6807:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  findTool: () => (/* reexport */ findTool),
  locate: () => (/* reexport */ locate),
  openProgramStreamer: () => (/* reexport */ openProgramStreamer),
  openWorkbench: () => (/* reexport */ openWorkbench),
  readSourceDateEpoch: () => (/* reexport */ readSourceDateEpoch)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ../../packages/process/lib/run-program.js
var run_program = __webpack_require__(1074);
;// CONCATENATED MODULE: ../../packages/process/lib/find-tool.js



async function findTool(name, wanted) {
    const inPath = await toolInPath(name);
    if (wanted === undefined)
        return inPath === undefined ? missing([]) : { kind: "found", tool: inPath };
    const { evaluateVersions, find, findAllVersions } = await __webpack_require__.e(/* import() */ 458).then(__webpack_require__.bind(__webpack_require__, 8458));
    if (inPath !== undefined && evaluateVersions([inPath.version], wanted) !== "")
        return { kind: "found", tool: inPath };
    const here = inPath === undefined ? [] : [inPath.version];
    if ((process.env["RUNNER_TOOL_CACHE"] ?? "") === "")
        return missing(here);
    const cached = find(name, wanted);
    const tool = cached === "" ? undefined : await describeTool(name, (0,external_node_path_.join)(cached, "bin", name));
    return tool === undefined ? missing([...here, ...findAllVersions(name)]) : { kind: "found", tool };
}
async function toolInPath(name) {
    for (const folder of (process.env["PATH"] ?? "").split(external_node_path_.delimiter).filter(external_node_path_.isAbsolute)) {
        const tool = await describeTool(name, (0,external_node_path_.join)(folder, name));
        if (tool !== undefined)
            return tool;
    }
    return undefined;
}
async function describeTool(name, program) {
    try {
        await (0,promises_.access)(program, promises_.constants.X_OK);
        const { exitCode, stdout } = await (0,run_program/* runProgram */.m)(program, [name === "go" ? "version" : "--version"], "/");
        const version = /(\d+\.\d+)(\.\d+)?((?:rc|beta)\d+)?/.exec(stdout);
        if (exitCode !== 0 || version === null)
            return undefined;
        const [, minor = "", patch = ".0", candidate] = version;
        const text = `${minor}${patch}${candidate === undefined ? "" : `-${candidate.replace(/\d+$/, ".$&")}`}`;
        return { program, folder: (0,external_node_path_.dirname)(program), version: text };
    }
    catch {
        return undefined;
    }
}
function missing(versions) {
    return { kind: "missing", versions: [...new Set(versions)] };
}

// EXTERNAL MODULE: ../../packages/domain/lib/errors.js
var errors = __webpack_require__(8306);
;// CONCATENATED MODULE: ../../packages/process/lib/source-date-epoch.js

function readSourceDateEpoch() {
    const text = process.env["SOURCE_DATE_EPOCH"] ?? "";
    if (text === "")
        return undefined;
    if (/^\d{1,11}$/.test(text))
        return Number(text);
    throw (0,errors/* configuration */.HF)("BAD_SOURCE_DATE_EPOCH", `SOURCE_DATE_EPOCH is "${text.slice(0, 60)}", which is no number of seconds since 1970`, "Set it to what git log -1 --format=%ct prints, or leave it out: the commit's time is the default.");
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(6193);
;// CONCATENATED MODULE: ../../packages/process/lib/stream-program.js



const INHERITED = `
  PATH HOME TMPDIR RUNNER_TEMP XDG_CACHE_HOME GOPATH GOCACHE GOMODCACHE GOPROXY GONOPROXY GONOSUMDB GOPRIVATE GOSUMDB
  HTTP_PROXY HTTPS_PROXY NO_PROXY http_proxy https_proxy no_proxy SSL_CERT_FILE SSL_CERT_DIR NODE_EXTRA_CA_CERTS
  NPM_CONFIG_CACHE npm_config_cache NPM_CONFIG_REGISTRY npm_config_registry COREPACK_HOME
`
    .trim()
    .split(/\s+/);
const KEPT_LINES = 1000;
const HEARTBEAT_MS = 30_000;
const DEADLINE_MS = 60 * 60_000;
const GRACE_MS = 2000;
function openProgramStreamer({ log, signal }) {
    return {
        run: async (program) => {
            signal.throwIfAborted();
            const child = (0,external_node_child_process_.spawn)(program.program, [...program.args], {
                cwd: program.folder,
                env: environmentOf(program),
                stdio: ["ignore", "pipe", "pipe"],
                detached: true,
            });
            const output = keepLines(child);
            const started = performance.now();
            const name = [program.program.split("/").at(-1), ...program.args.slice(0, 2)].join(" ");
            const beat = setInterval(() => {
                const last = output.lines.at(-1) ?? "nothing printed yet";
                log.info(`still running ${name} after ${Math.round((performance.now() - started) / 1000)} s: ${last}`);
            }, HEARTBEAT_MS);
            const stop = () => endGroup(child);
            signal.addEventListener("abort", stop, { once: true });
            const overdue = setTimeout(stop, DEADLINE_MS);
            try {
                const exitCode = await ended(child, program.program);
                signal.throwIfAborted();
                if (performance.now() - started >= DEADLINE_MS)
                    throw tooLong(name);
                return { exitCode, lines: output.lines, omitted: output.omitted() };
            }
            finally {
                clearInterval(beat);
                clearTimeout(overdue);
                signal.removeEventListener("abort", stop);
            }
        },
    };
}
function environmentOf({ environment, inherit, searchFirst }) {
    const kept = {};
    for (const name of [...INHERITED, ...inherit]) {
        const value = process.env[name];
        if (value !== undefined)
            kept[name] = value;
    }
    const path = [...searchFirst, kept["PATH"] ?? ""].filter((folder) => folder !== "").join(":");
    return { ...kept, LC_ALL: "C.UTF-8", TZ: "UTC", CI: "true", ...environment, PATH: path };
}
function keepLines(child) {
    const lines = [];
    let omitted = 0;
    const keep = (line) => {
        lines.push(line.slice(0, 2000));
        if (lines.length <= KEPT_LINES)
            return;
        lines.shift();
        omitted += 1;
    };
    for (const stream of [child.stdout, child.stderr]) {
        const decoder = new external_node_string_decoder_.StringDecoder("utf8");
        let rest = "";
        stream?.on("data", (chunk) => {
            const parts = (rest + decoder.write(chunk)).split(/\r\n|[\r\n]/);
            rest = (parts.pop() ?? "").slice(-64 * 1024);
            for (const part of parts)
                keep(part);
        });
        stream?.on("end", () => {
            if (rest !== "")
                keep(rest);
        });
    }
    return { lines, omitted: () => omitted };
}
function ended(child, program) {
    return new Promise((resolve, reject) => {
        child.once("error", (cause) => {
            const nextStep = `Check that ${program} is installed and in PATH, and that its folder exists.`;
            reject((0,errors/* upstream */.a4)("PROGRAM_MISSING", `${program} could not be started`, { nextStep, cause }));
        });
        child.once("close", (code) => resolve(code ?? undefined));
    });
}
function endGroup(child) {
    const { pid } = child;
    if (pid === undefined)
        return;
    signalGroup(pid, "SIGTERM");
    setTimeout(() => signalGroup(pid, "SIGKILL"), GRACE_MS).unref();
}
function signalGroup(pid, signal) {
    try {
        process.kill(-pid, signal);
    }
    catch {
    }
}
function tooLong(name) {
    return (0,errors/* upstream */.a4)("PROGRAM_TOO_SLOW", `${name} had not ended after 60 minutes and was stopped`, {
        nextStep: "Run it on the runner by hand to see what it waits for.",
    });
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ../../packages/process/lib/workbench.js




async function locate(workspace, path) {
    const base = await (0,promises_.realpath)(workspace);
    const target = (0,external_node_path_.resolve)(base, path);
    refuseOutside(base, target, path);
    const real = await (0,promises_.realpath)(target).catch(() => undefined);
    if (real === undefined)
        return { kind: "missing" };
    refuseOutside(base, real, path);
    const facts = await (0,promises_.stat)(real);
    if (facts.isDirectory())
        return { kind: "folder", path: real };
    if (facts.isFile())
        return { kind: "file", path: real, size: facts.size };
    throw (0,errors/* configuration */.HF)("SPECIAL_FILE", `"${path}" is neither a file nor a folder`, "Name a regular file or a folder.");
}
async function openWorkbench(workspace, folder) {
    const base = await (0,promises_.realpath)(workspace);
    const home = await nearestFolder(base, folder);
    const builds = await (0,promises_.mkdtemp)((0,external_node_path_.join)(process.env["RUNNER_TEMP"] ?? (0,external_node_os_.tmpdir)(), "fairway-build-"));
    const stage = await (0,promises_.mkdtemp)((0,external_node_path_.join)(home, ".fairway-stage-"));
    return {
        builds,
        stage,
        write: async (name, content) => {
            const file = await (0,promises_.open)((0,external_node_path_.join)(stage, name), "w", 0o644);
            try {
                await file.writeFile(content);
                await file.sync();
            }
            finally {
                await file.close();
            }
        },
        publish: async (names) => {
            const target = (0,external_node_path_.resolve)(base, folder);
            await (0,promises_.mkdir)(target, { recursive: true });
            refuseOutside(base, await (0,promises_.realpath)(target), folder);
            for (const name of names)
                await (0,promises_.rename)((0,external_node_path_.join)(stage, name), (0,external_node_path_.join)(target, name));
        },
        clear: async () => {
            await Promise.all([builds, stage].map((folder) => (0,promises_.rm)(folder, { recursive: true, force: true })));
        },
    };
}
async function nearestFolder(base, folder) {
    const target = (0,external_node_path_.resolve)(base, folder);
    refuseOutside(base, target, folder);
    for (let path = target; path !== base; path = (0,external_node_path_.dirname)(path)) {
        const real = await (0,promises_.realpath)(path).catch(() => undefined);
        if (real === undefined)
            continue;
        refuseOutside(base, real, folder);
        return real;
    }
    return base;
}
function refuseOutside(base, target, path) {
    const from = (0,external_node_path_.relative)(base, target);
    if (from !== ".." && !from.startsWith(`..${external_node_path_.sep}`) && !(0,external_node_path_.isAbsolute)(from))
        return;
    throw (0,errors/* configuration */.HF)("OUTSIDE_WORKSPACE", `"${path}" leads out of the workspace`, "Name a path of the checked-out repository, relative to its root.");
}

;// CONCATENATED MODULE: ../../packages/process/lib/build.js






/***/ }),

/***/ 1074:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ runProgram)
/* harmony export */ });
/* harmony import */ var _actions_exec__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3977);
/* harmony import */ var _fairway_domain__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8306);


async function runProgram(program, args, folder) {
    const { PATH = "", HOME = "" } = process.env;
    const env = { PATH, HOME, LC_ALL: "C", GIT_TERMINAL_PROMPT: "0" };
    try {
        return await (0,_actions_exec__WEBPACK_IMPORTED_MODULE_0__/* .getExecOutput */ .H)(program, [...args], { cwd: folder, env, silent: true, ignoreReturnCode: true });
    }
    catch (error) {
        throw (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_1__/* .upstream */ .a4)("PROGRAM_MISSING", `${program} could not be started`, {
            nextStep: `Install ${program} on the runner, or use a runner image that has it.`,
            cause: error,
        });
    }
}


/***/ })

};
