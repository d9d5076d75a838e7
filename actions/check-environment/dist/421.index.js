export const id = 421;
export const ids = [421];
export const modules = {

/***/ 421:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkEnvironment: () => (/* binding */ checkEnvironment)
});

// EXTERNAL MODULE: ../../packages/domain/lib/errors.js
var errors = __webpack_require__(306);
;// CONCATENATED MODULE: ./lib/explain-lack.js

function explainLack(environment, lack) {
    const settings = `Open Settings, Environments, ${environment}`;
    switch (lack) {
        case "environment":
            return (0,errors/* refusal */.x5)("NO_ENVIRONMENT", `The environment ${environment} does not exist; a job that names it would create it without any protection`, `Open Settings, Environments, New environment, and name it ${environment}. Tick Required reviewers and name them; ` +
                "under Deployment branches and tags choose Selected branches and tags, and add the branch that deploys.");
        case "reviewers":
            return (0,errors/* refusal */.x5)("NO_REVIEWERS", `The environment ${environment} has no required reviewers, so a deployment would start without approval`, `${settings}, tick Required reviewers, name up to six, and save. On private repositories this needs a plan of GitHub that has it.`);
        case "branch-rule":
            return (0,errors/* refusal */.x5)("NO_BRANCH_RULE", `The environment ${environment} takes deployments from every branch, so a workflow file of any branch could reach it`, `${settings}, Deployment branches and tags: choose Selected branches and tags, and add the branch that deploys. ` +
                "Protected branches only does as well, once a branch is protected: until then it lets every branch through. " +
                "Set require-branch-rule to false only where every branch may deploy.");
    }
}

;// CONCATENATED MODULE: ./lib/judge-protection.js
function judgeProtection(protection) {
    if (protection === undefined)
        return { lacks: ["environment"] };
    return {
        lacks: [
            ...(protection.reviewers.length > 0 ? [] : ["reviewers"]),
            ...(protection.branchesRestricted ? [] : ["branch-rule"]),
        ],
    };
}

;// CONCATENATED MODULE: ./lib/check-environment.js


async function checkEnvironment(inputs, { environments, log }) {
    const { environment } = inputs;
    const protection = await environments.protectionOf(environment);
    const { lacks } = judgeProtection(protection);
    const told = lacks.map((lack) => ({ isRequired: requires(inputs, lack), error: explainLack(environment, lack) }));
    const outputs = {
        reviewers: JSON.stringify(protection?.reviewers ?? []),
        "branches-restricted": String(protection?.branchesRestricted ?? false),
        outcome: lacks.length === 0 ? "protected" : "unprotected",
    };
    if (lacks.length === 0)
        log.info(`environment ${environment} asks for an approval, and restricts its branches`);
    const failure = told.find(({ isRequired }) => isRequired)?.error;
    for (const { error } of told)
        if (error !== failure)
            log.warning(error.message);
    return { outputs, lacks: told.map(({ error }) => error), failure };
}
function requires({ requireReviewers, requireBranchRule }, lack) {
    switch (lack) {
        case "environment":
            return requireReviewers || requireBranchRule;
        case "reviewers":
            return requireReviewers;
        case "branch-rule":
            return requireBranchRule;
    }
}


/***/ })

};
