export const id = 86;
export const ids = [86];
export const modules = {

/***/ 86:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkEnvironment: () => (/* binding */ checkEnvironment)
});

// EXTERNAL MODULE: ../../packages/domain/lib/errors.js
var errors = __webpack_require__(306);
;// CONCATENATED MODULE: ./lib/judge-protection.js
function judgeProtection(protection) {
    if (protection === undefined)
        return { kind: "missing" };
    return protection.reviewers.length > 0 ? { kind: "protected" } : { kind: "no-reviewers" };
}

;// CONCATENATED MODULE: ./lib/check-environment.js


async function checkEnvironment({ environment, requireReviewers }, { environments, log }) {
    const protection = await environments.protectionOf(environment);
    const verdict = judgeProtection(protection);
    const outputs = {
        reviewers: JSON.stringify(protection?.reviewers ?? []),
        "branches-restricted": String(protection?.branchesRestricted ?? false),
    };
    if (verdict.kind === "protected") {
        log.info(`environment ${environment} asks for the approval of ${protection?.reviewers.join(" or ") ?? ""}`);
        return { outputs: { ...outputs, outcome: "protected" } };
    }
    const failure = explain(environment, verdict);
    if (!requireReviewers)
        log.warning(failure.message);
    return { outputs: { ...outputs, outcome: "unprotected" }, failure: requireReviewers ? failure : undefined };
}
function explain(environment, verdict) {
    const where = `Settings, Environments, ${environment}: add required reviewers and restrict the deployment branches.`;
    switch (verdict.kind) {
        case "missing":
            return (0,errors/* refusal */.x5)("NO_ENVIRONMENT", `The environment ${environment} does not exist; a job that names it would create it without any protection`, where);
        case "no-reviewers":
            return (0,errors/* refusal */.x5)("NO_REVIEWERS", `The environment ${environment} has no required reviewers, so a deployment would start without approval`, where);
    }
}


/***/ })

};
