export const id = 310;
export const ids = [310];
export const modules = {

/***/ 863:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dc: () => (/* binding */ member),
/* harmony export */   qF: () => (/* binding */ parseJson),
/* harmony export */   sk: () => (/* binding */ stringMember)
/* harmony export */ });
/* unused harmony export isRecord */
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


/***/ }),

/***/ 310:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createHttpTransport: () => (/* reexport */ createHttpTransport)
});

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(67);
// EXTERNAL MODULE: ../../packages/domain/lib/errors.js
var errors = __webpack_require__(306);
// EXTERNAL MODULE: ../../packages/domain/lib/json.js
var json = __webpack_require__(863);
;// CONCATENATED MODULE: ../../packages/domain/lib/certificate.js


const UNKNOWN_AUTHORITY = "it is signed by an authority that this machine does not trust";
const TRUST = "For a private certificate authority set NODE_EXTRA_CA_CERTS, in the env of the step, to its PEM file. Otherwise have the server give a certificate of a public authority, with those in between.";
const RENEW = "Renew the certificate of that server, and check the clock of the runner.";
const NAME = "Ask by a name that the certificate is for, or have one made that is for this name.";
const PROBLEMS = {
    DEPTH_ZERO_SELF_SIGNED_CERT: ["it is signed by itself, and this machine does not trust it", TRUST],
    SELF_SIGNED_CERT_IN_CHAIN: [UNKNOWN_AUTHORITY, TRUST],
    UNABLE_TO_GET_ISSUER_CERT: [UNKNOWN_AUTHORITY, TRUST],
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: [UNKNOWN_AUTHORITY, TRUST],
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: [UNKNOWN_AUTHORITY, TRUST],
    CERT_UNTRUSTED: [UNKNOWN_AUTHORITY, TRUST],
    CERT_HAS_EXPIRED: ["it has expired", RENEW],
    CERT_NOT_YET_VALID: ["it is not valid yet", RENEW],
    CERT_REVOKED: ["it was revoked", RENEW],
    ERR_TLS_CERT_ALTNAME_INVALID: ["it is for another name", NAME],
    HOSTNAME_MISMATCH: ["it is for another name", NAME],
};
const OF_A_CERTIFICATE = /^(CERT_|INVALID_CA$|INVALID_PURPOSE$|PATH_LENGTH_EXCEEDED$|ERR_TLS_CERT_|UNABLE_TO_)/;
function certificateProblem(error) {
    const code = (0,json/* stringMember */.sk)(error, "code") ?? "";
    const [problem, nextStep] = (Object.hasOwn(PROBLEMS, code) ? PROBLEMS[code] : undefined) ??
        (OF_A_CERTIFICATE.test(code) ? [saidBy(error), RENEW] : []);
    if (problem === undefined || nextStep === undefined)
        return undefined;
    return { problem: nextStep === NAME ? `${problem} (${saidBy(error)})` : problem, nextStep };
}
function badCertificate(host, error) {
    const found = certificateProblem(error);
    if (found === undefined)
        return undefined;
    const message = `the certificate of ${host} cannot be trusted: ${found.problem}; nothing was sent to it`;
    return (0,errors/* configuration */.HF)("BAD_CERTIFICATE", message, `${found.nextStep} It is always verified.`);
}
function certificateNames(error) {
    const names = (0,json/* stringMember */.sk)((0,json/* member */.Dc)(error, "cert"), "subjectaltname") ?? "";
    return names === "" ? undefined : `its names: ${names}`;
}
function saidBy(error) {
    const said = (0,json/* stringMember */.sk)(error, "reason") ?? ((0,errors/* isError */.bJ)(error) ? error.message : "");
    return (certificateNames(error) ?? said).slice(0, 200);
}

;// CONCATENATED MODULE: ../../packages/domain/lib/loopback.js
function isLoopbackHost(hostname) {
    return ["localhost", "::1", "[::1]"].includes(hostname) || /^127(\.\d{1,3}){3}$/.test(hostname);
}

;// CONCATENATED MODULE: ../../packages/http/lib/allowed-url.js

function requireAllowedUrl(text) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url === undefined)
        throw (0,errors/* configuration */.HF)("BAD_URL", `"${text.slice(0, 100)}" is not a URL`);
    if (url.username !== "" || url.password !== "") {
        throw (0,errors/* configuration */.HF)("CREDENTIALS_IN_URL", `the URL of ${url.host} has a user name or password in it`, "Give credentials through the inputs made for them.");
    }
    if (url.protocol === "https:" || (url.protocol === "http:" && isLoopbackHost(url.hostname)))
        return url;
    throw (0,errors/* configuration */.HF)("PLAIN_HTTP", `${url.protocol}//${url.host} is refused: only https, or http on loopback`, "Use https.");
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(30);
;// CONCATENATED MODULE: ../../packages/http/lib/connect-ahead.js

function connectAhead(agent, connections) {
    const connect = agent.createConnection.bind(agent);
    const origins = new Map();
    agent.createConnection = (options, callback) => {
        const key = `${options.host ?? ""}:${options.port ?? ""}`;
        const origin = origins.get(key) ?? { opened: 0, spare: undefined };
        origins.set(key, origin);
        const spare = takeSpare(origin);
        if (spare === undefined)
            origin.opened += 1;
        const connection = spare ?? connect(options, callback);
        if (origin.opened < connections)
            openSpare(origin, options);
        return connection;
    };
    function openSpare(origin, options) {
        const spare = connect(options);
        if (!(spare instanceof external_node_net_.Socket))
            return;
        origin.opened += 1;
        origin.spare = spare;
        spare.on("error", ignore).unref();
    }
}
function takeSpare(origin) {
    const { spare } = origin;
    origin.spare = undefined;
    if (spare === undefined)
        return undefined;
    if (spare.destroyed || spare.readableEnded) {
        spare.destroy();
        return undefined;
    }
    return spare.off("error", ignore).ref();
}
function ignore() {
}

;// CONCATENATED MODULE: ../../packages/http/lib/read-in-place.js
const BUFFER_BYTES = 512 * 1024;
function readInPlace(agent) {
    const connect = agent.createConnection.bind(agent);
    const buffer = Buffer.allocUnsafeSlow(BUFFER_BYTES);
    agent.createConnection = (options, callback) => {
        const onread = { buffer, callback: pass };
        const inPlace = { ...options, onread };
        const connection = connect(inPlace, callback);
        return connection;
        function pass(length) {
            if (connection?.emit("data", buffer.subarray(0, length)) === false)
                connection.destroy();
            return true;
        }
    };
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(474);
;// CONCATENATED MODULE: ../../packages/http/lib/send-body.js

async function sendBody(outgoing, body) {
    const answered = (0,external_node_events_.once)(outgoing, "response").then(([answer]) => answer);
    if (body === undefined || body instanceof Uint8Array) {
        outgoing.end(body);
        return closedAfter(await answered, outgoing);
    }
    const sending = sendParts(outgoing, body);
    const answer = await answered;
    if (isRefusal(answer))
        sending.stop();
    else
        await sending.done;
    return closedAfter(answer, outgoing);
}
function sendParts(outgoing, parts) {
    let stopped = false;
    let waitNoMore = () => undefined;
    return { done: run(), stop };
    async function run() {
        try {
            for await (const part of parts)
                if (stopped || !(await write(part)))
                    return;
            outgoing.end();
        }
        catch (error) {
            outgoing.destroy(error);
        }
    }
    function write(part) {
        return new Promise((resolve) => {
            waitNoMore = () => resolve(false);
            outgoing.write(part, (error) => resolve((error ?? undefined) === undefined && !stopped));
        });
    }
    function stop() {
        stopped = true;
        waitNoMore();
    }
}
function closedAfter(answer, outgoing) {
    return answer.once("end", () => {
        if (!outgoing.writableFinished)
            outgoing.destroy();
    });
}
function isRefusal({ statusCode = 0 }) {
    return statusCode >= 300;
}

;// CONCATENATED MODULE: ../../packages/http/lib/transport.js






const DEFAULT_TIMEOUT_MS = 30_000;
function createHttpTransport({ connectionsAhead = 0 } = {}) {
    const plain = openPlain(connectionsAhead);
    let secure;
    return {
        request: async (request) => {
            const url = requireAllowedUrl(request.url);
            const deadline = AbortSignal.timeout(request.timeoutMs ?? DEFAULT_TIMEOUT_MS);
            const signal = request.signal === undefined ? deadline : AbortSignal.any([deadline, request.signal]);
            const client = url.protocol === "https:" ? await (secure ??= openSecure(connectionsAhead)) : plain;
            const options = { method: request.method, headers: headersOf(request), signal, agent: client.agent };
            const outgoing = client.request(url, options);
            try {
                return respond(url, await sendBody(outgoing, request.body));
            }
            catch (error) {
                throw failure(url, error, request.signal);
            }
        },
    };
}
function openPlain(connectionsAhead) {
    const agent = new external_node_http_.Agent({ keepAlive: true });
    readInPlace(agent);
    connectAhead(agent, connectionsAhead);
    return { request: external_node_http_.request, agent };
}
async function openSecure(connectionsAhead) {
    const https = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 708, 19));
    const agent = new https.Agent({ keepAlive: true, proxyEnv: process.env, rejectUnauthorized: true });
    if (!isProxied()) {
        readInPlace(agent);
        connectAhead(agent, connectionsAhead);
    }
    return { request: https.request, agent };
}
function isProxied() {
    return [process.env["HTTPS_PROXY"], process.env["https_proxy"]].some((proxy) => (proxy ?? "") !== "");
}
function headersOf({ headers, body }) {
    const length = body instanceof Uint8Array ? { "content-length": String(body.byteLength) } : {};
    return { "user-agent": "fairway", "accept-encoding": "identity", ...length, ...headers };
}
function respond(url, incoming) {
    return {
        status: incoming.statusCode ?? 0,
        headers: joinHeaders(incoming.headers),
        bytes: (maxBytes) => readAtMost(url, incoming, maxBytes),
        stream: () => incoming,
    };
}
function joinHeaders(headers) {
    const joined = {};
    for (const [name, value] of Object.entries(headers)) {
        if (value !== undefined)
            joined[name] = Array.isArray(value) ? value.join(", ") : value;
    }
    return joined;
}
async function readAtMost(url, incoming, maxBytes) {
    const chunks = [];
    let size = 0;
    try {
        for await (const chunk of incoming) {
            size += chunk.byteLength;
            if (size > maxBytes)
                throw (0,errors/* upstream */.a4)("ANSWER_TOO_LARGE", `${url.host} answered with more than ${maxBytes} bytes`);
            chunks.push(chunk);
        }
    }
    catch (error) {
        incoming.destroy();
        throw failure(url, error, undefined);
    }
    return Buffer.concat(chunks);
}
function failure(url, error, cancelled) {
    if (cancelled?.aborted === true)
        return cancelled.reason;
    if ((0,errors/* isError */.bJ)(error) && error.name === "FairwayError")
        return error;
    const timedOut = (0,errors/* isError */.bJ)(error) && (error.name === "TimeoutError" || error.name === "AbortError");
    const code = timedOut ? "HTTP_TIMEOUT" : "HTTP_FAILED";
    const message = timedOut
        ? `${url.host} did not answer in time`
        : `${url.host} could not be reached, or cut the connection`;
    return badCertificate(url.host, error) ?? (0,errors/* upstream */.a4)(code, message, { cause: error });
}

;// CONCATENATED MODULE: ../../packages/http/lib/index.js



/***/ })

};
