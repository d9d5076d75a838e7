export const id = 873;
export const ids = [873];
export const modules = {

/***/ 7873:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openCheckout: () => (/* reexport */ openCheckout)
});

// EXTERNAL MODULE: ../../packages/domain/lib/commit.js
var commit = __webpack_require__(9272);
// EXTERNAL MODULE: ../../packages/domain/lib/errors.js
var errors = __webpack_require__(8306);
// EXTERNAL MODULE: ../../packages/process/lib/run-program.js
var run_program = __webpack_require__(1074);
;// CONCATENATED MODULE: ../../packages/process/lib/checkout.js


function openCheckout(folder) {
    const git = (...args) => (0,run_program/* runProgram */.m)("git", ["-c", "safe.directory=*", ...args], folder);
    return {
        head: async () => {
            const { exitCode, stdout, stderr } = await git("rev-parse", "--verify", "HEAD");
            if (exitCode === 0)
                return (0,commit/* parseCommitSha */.t)(stdout.trim());
            const reason = stderr.trim().split("\n")[0] ?? "";
            throw (0,errors/* configuration */.HF)("NO_CHECKOUT", `git found no commit in the workspace: ${reason}`, "Put actions/checkout before this step.");
        },
        nearestTag: async (prefix) => {
            const { exitCode, stdout } = await git("describe", "--tags", "--abbrev=0", `--match=${prefix}[0-9]*`, "HEAD");
            if (exitCode === 0)
                return stdout.trim();
            const shallow = await git("rev-parse", "--is-shallow-repository");
            if (shallow.stdout.trim() !== "true")
                return undefined;
            throw (0,errors/* configuration */.HF)("SHALLOW_CHECKOUT", `The checkout has no tag ${prefix}… and no full history to look for one`, "Give actions/checkout fetch-depth: 0.");
        },
        describe: async (commit) => {
            const format = ["--no-patch", "--no-show-signature", "--no-notes", "--format=%s%n%aN"];
            const shown = await git("show", ...format, `${commit}^{commit}`).catch(() => undefined);
            if (shown?.exitCode !== 0)
                return undefined;
            const [subject = "", author = ""] = shown.stdout.split("\n");
            return { subject, author };
        },
        headTime: async () => {
            const { stdout } = await git("show", "--no-patch", "--no-show-signature", "--no-notes", "--format=%ct", "HEAD");
            const seconds = stdout.trim();
            if (/^\d{1,11}$/.test(seconds))
                return Number(seconds);
            throw (0,errors/* configuration */.HF)("NO_CHECKOUT", "git tells no time of the commit", "Put actions/checkout before this step.");
        },
        changedFiles: async () => {
            const { stdout } = await git("diff", "--name-only", "--no-ext-diff", "-z", "HEAD", "--");
            return stdout.split("\0").filter((path) => path !== "");
        },
    };
}

;// CONCATENATED MODULE: ../../packages/process/lib/index.js



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
