import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 375:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const debug = __nccwpck_require__(363)
const { MAX_LENGTH, MAX_SAFE_INTEGER } = __nccwpck_require__(753)
const { safeRe: re, t } = __nccwpck_require__(843)

const parseOptions = __nccwpck_require__(704)
const { compareIdentifiers } = __nccwpck_require__(408)

const isPrereleaseIdentifier = (prerelease, identifier) => {
  const identifiers = identifier.split('.')
  if (identifiers.length > prerelease.length) {
    return false
  }

  for (let i = 0; i < identifiers.length; i++) {
    if (compareIdentifiers(prerelease[i], identifiers[i]) !== 0) {
      return false
    }
  }

  return true
}

class SemVer {
  constructor (version, options) {
    options = parseOptions(options)

    if (version instanceof SemVer) {
      if (version.loose === !!options.loose &&
        version.includePrerelease === !!options.includePrerelease) {
        return version
      } else {
        version = version.version
      }
    } else if (typeof version !== 'string') {
      throw new TypeError(`Invalid version. Must be a string. Got type "${typeof version}".`)
    }

    if (version.length > MAX_LENGTH) {
      throw new TypeError(
        `version is longer than ${MAX_LENGTH} characters`
      )
    }

    debug('SemVer', version, options)
    this.options = options
    this.loose = !!options.loose
    // this isn't actually relevant for versions, but keep it so that we
    // don't run into trouble passing this.options around.
    this.includePrerelease = !!options.includePrerelease

    const m = version.trim().match(options.loose ? re[t.LOOSE] : re[t.FULL])

    if (!m) {
      throw new TypeError(`Invalid Version: ${version}`)
    }

    this.raw = version

    // these are actually numbers
    this.major = +m[1]
    this.minor = +m[2]
    this.patch = +m[3]

    if (this.major > MAX_SAFE_INTEGER || this.major < 0) {
      throw new TypeError('Invalid major version')
    }

    if (this.minor > MAX_SAFE_INTEGER || this.minor < 0) {
      throw new TypeError('Invalid minor version')
    }

    if (this.patch > MAX_SAFE_INTEGER || this.patch < 0) {
      throw new TypeError('Invalid patch version')
    }

    // numberify any prerelease numeric ids
    if (!m[4]) {
      this.prerelease = []
    } else {
      this.prerelease = m[4].split('.').map((id) => {
        if (/^[0-9]+$/.test(id)) {
          const num = +id
          if (num >= 0 && num < MAX_SAFE_INTEGER) {
            return num
          }
        }
        return id
      })
    }

    this.build = m[5] ? m[5].split('.') : []
    this.format()
  }

  format () {
    this.version = `${this.major}.${this.minor}.${this.patch}`
    if (this.prerelease.length) {
      this.version += `-${this.prerelease.join('.')}`
    }
    return this.version
  }

  toString () {
    return this.version
  }

  compare (other) {
    debug('SemVer.compare', this.version, this.options, other)
    if (!(other instanceof SemVer)) {
      if (typeof other === 'string' && other === this.version) {
        return 0
      }
      other = new SemVer(other, this.options)
    }

    if (other.version === this.version) {
      return 0
    }

    return this.compareMain(other) || this.comparePre(other)
  }

  compareMain (other) {
    if (!(other instanceof SemVer)) {
      other = new SemVer(other, this.options)
    }

    if (this.major < other.major) {
      return -1
    }
    if (this.major > other.major) {
      return 1
    }
    if (this.minor < other.minor) {
      return -1
    }
    if (this.minor > other.minor) {
      return 1
    }
    if (this.patch < other.patch) {
      return -1
    }
    if (this.patch > other.patch) {
      return 1
    }
    return 0
  }

  comparePre (other) {
    if (!(other instanceof SemVer)) {
      other = new SemVer(other, this.options)
    }

    // NOT having a prerelease is > having one
    if (this.prerelease.length && !other.prerelease.length) {
      return -1
    } else if (!this.prerelease.length && other.prerelease.length) {
      return 1
    } else if (!this.prerelease.length && !other.prerelease.length) {
      return 0
    }

    let i = 0
    do {
      const a = this.prerelease[i]
      const b = other.prerelease[i]
      debug('prerelease compare', i, a, b)
      if (a === undefined && b === undefined) {
        return 0
      } else if (b === undefined) {
        return 1
      } else if (a === undefined) {
        return -1
      } else if (a === b) {
        continue
      } else {
        return compareIdentifiers(a, b)
      }
    } while (++i)
  }

  compareBuild (other) {
    if (!(other instanceof SemVer)) {
      other = new SemVer(other, this.options)
    }

    let i = 0
    do {
      const a = this.build[i]
      const b = other.build[i]
      debug('build compare', i, a, b)
      if (a === undefined && b === undefined) {
        return 0
      } else if (b === undefined) {
        return 1
      } else if (a === undefined) {
        return -1
      } else if (a === b) {
        continue
      } else {
        return compareIdentifiers(a, b)
      }
    } while (++i)
  }

  // preminor will bump the version up to the next minor release, and immediately
  // down to pre-release. premajor and prepatch work the same way.
  inc (release, identifier, identifierBase) {
    if (release.startsWith('pre')) {
      if (!identifier && identifierBase === false) {
        throw new Error('invalid increment argument: identifier is empty')
      }
      // Avoid an invalid semver results
      if (identifier) {
        const match = `-${identifier}`.match(this.options.loose ? re[t.PRERELEASELOOSE] : re[t.PRERELEASE])
        if (!match || match[1] !== identifier) {
          throw new Error(`invalid identifier: ${identifier}`)
        }
      }
    }

    switch (release) {
      case 'premajor':
        this.prerelease.length = 0
        this.patch = 0
        this.minor = 0
        this.major++
        this.inc('pre', identifier, identifierBase)
        break
      case 'preminor':
        this.prerelease.length = 0
        this.patch = 0
        this.minor++
        this.inc('pre', identifier, identifierBase)
        break
      case 'prepatch':
        // If this is already a prerelease, it will bump to the next version
        // drop any prereleases that might already exist, since they are not
        // relevant at this point.
        this.prerelease.length = 0
        this.inc('patch', identifier, identifierBase)
        this.inc('pre', identifier, identifierBase)
        break
      // If the input is a non-prerelease version, this acts the same as
      // prepatch.
      case 'prerelease':
        if (this.prerelease.length === 0) {
          this.inc('patch', identifier, identifierBase)
        }
        this.inc('pre', identifier, identifierBase)
        break
      case 'release':
        if (this.prerelease.length === 0) {
          throw new Error(`version ${this.raw} is not a prerelease`)
        }
        this.prerelease.length = 0
        break

      case 'major':
        // If this is a pre-major version, bump up to the same major version.
        // Otherwise increment major.
        // 1.0.0-5 bumps to 1.0.0
        // 1.1.0 bumps to 2.0.0
        if (
          this.minor !== 0 ||
          this.patch !== 0 ||
          this.prerelease.length === 0
        ) {
          this.major++
        }
        this.minor = 0
        this.patch = 0
        this.prerelease = []
        break
      case 'minor':
        // If this is a pre-minor version, bump up to the same minor version.
        // Otherwise increment minor.
        // 1.2.0-5 bumps to 1.2.0
        // 1.2.1 bumps to 1.3.0
        if (this.patch !== 0 || this.prerelease.length === 0) {
          this.minor++
        }
        this.patch = 0
        this.prerelease = []
        break
      case 'patch':
        // If this is not a pre-release version, it will increment the patch.
        // If it is a pre-release it will bump up to the same patch version.
        // 1.2.0-5 patches to 1.2.0
        // 1.2.0 patches to 1.2.1
        if (this.prerelease.length === 0) {
          this.patch++
        }
        this.prerelease = []
        break
      // This probably shouldn't be used publicly.
      // 1.0.0 'pre' would become 1.0.0-0 which is the wrong direction.
      case 'pre': {
        const base = Number(identifierBase) ? 1 : 0

        if (this.prerelease.length === 0) {
          this.prerelease = [base]
        } else {
          let i = this.prerelease.length
          while (--i >= 0) {
            if (typeof this.prerelease[i] === 'number') {
              this.prerelease[i]++
              i = -2
            }
          }
          if (i === -1) {
            // didn't increment anything
            if (identifier === this.prerelease.join('.') && identifierBase === false) {
              throw new Error('invalid increment argument: identifier already exists')
            }
            this.prerelease.push(base)
          }
        }
        if (identifier) {
          // 1.2.0-beta.1 bumps to 1.2.0-beta.2,
          // 1.2.0-beta.fooblz or 1.2.0-beta bumps to 1.2.0-beta.0
          let prerelease = [identifier, base]
          if (identifierBase === false) {
            prerelease = [identifier]
          }
          if (isPrereleaseIdentifier(this.prerelease, identifier)) {
            const prereleaseBase = this.prerelease[identifier.split('.').length]
            if (isNaN(prereleaseBase)) {
              this.prerelease = prerelease
            }
          } else {
            this.prerelease = prerelease
          }
        }
        break
      }
      default:
        throw new Error(`invalid increment argument: ${release}`)
    }
    this.raw = this.format()
    if (this.build.length) {
      this.raw += `+${this.build.join('.')}`
    }
    return this
  }
}

module.exports = SemVer


/***/ }),

/***/ 361:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(375)
const compare = (a, b, loose) =>
  new SemVer(a, loose).compare(new SemVer(b, loose))

module.exports = compare


/***/ }),

/***/ 753:
/***/ ((module) => {



// Note: this is the semver.org version of the spec that it implements
// Not necessarily the package version of this code.
const SEMVER_SPEC_VERSION = '2.0.0'

const MAX_LENGTH = 256
const MAX_SAFE_INTEGER = Number.MAX_SAFE_INTEGER ||
/* istanbul ignore next */ 9007199254740991

// Max safe segment length for coercion.
const MAX_SAFE_COMPONENT_LENGTH = 16

// Max safe length for a build identifier. The max length minus 6 characters for
// the shortest version with a build 0.0.0+BUILD.
const MAX_SAFE_BUILD_LENGTH = MAX_LENGTH - 6

// ECMAScript whitespace and line terminators matched by \s.
const WHITESPACE_CHARACTERS = [
  '\t',
  '\n',
  '\v',
  '\f',
  '\r',
  ' ',
  '\u00a0',
  '\u1680',
  '\u2000',
  '\u2001',
  '\u2002',
  '\u2003',
  '\u2004',
  '\u2005',
  '\u2006',
  '\u2007',
  '\u2008',
  '\u2009',
  '\u200a',
  '\u2028',
  '\u2029',
  '\u202f',
  '\u205f',
  '\u3000',
  '\ufeff',
]

const RELEASE_TYPES = [
  'major',
  'premajor',
  'minor',
  'preminor',
  'patch',
  'prepatch',
  'prerelease',
]

module.exports = {
  MAX_LENGTH,
  MAX_SAFE_COMPONENT_LENGTH,
  MAX_SAFE_BUILD_LENGTH,
  MAX_SAFE_INTEGER,
  WHITESPACE_CHARACTERS,
  RELEASE_TYPES,
  SEMVER_SPEC_VERSION,
  FLAG_INCLUDE_PRERELEASE: 0b001,
  FLAG_LOOSE: 0b010,
}


/***/ }),

/***/ 363:
/***/ ((module) => {



const debug = (
  typeof process === 'object' &&
  process.env &&
  process.env.NODE_DEBUG &&
  /\bsemver\b/i.test(process.env.NODE_DEBUG)
) ? (...args) => console.error('SEMVER', ...args)
  : () => {}

module.exports = debug


/***/ }),

/***/ 408:
/***/ ((module) => {



const numeric = /^[0-9]+$/
const compareIdentifiers = (a, b) => {
  if (typeof a === 'number' && typeof b === 'number') {
    return a === b ? 0 : a < b ? -1 : 1
  }

  const anum = numeric.test(a)
  const bnum = numeric.test(b)

  if (anum && bnum) {
    a = +a
    b = +b
  }

  return a === b ? 0
    : (anum && !bnum) ? -1
    : (bnum && !anum) ? 1
    : a < b ? -1
    : 1
}

const rcompareIdentifiers = (a, b) => compareIdentifiers(b, a)

module.exports = {
  compareIdentifiers,
  rcompareIdentifiers,
}


/***/ }),

/***/ 704:
/***/ ((module) => {



// parse out just the options we care about
const looseOption = Object.freeze({ loose: true })
const emptyOpts = Object.freeze({ })
const parseOptions = options => {
  if (!options) {
    return emptyOpts
  }

  if (typeof options !== 'object') {
    return looseOption
  }

  return options
}
module.exports = parseOptions


/***/ }),

/***/ 843:
/***/ ((module, exports, __nccwpck_require__) => {



const {
  MAX_SAFE_COMPONENT_LENGTH,
  MAX_SAFE_BUILD_LENGTH,
  MAX_LENGTH,
} = __nccwpck_require__(753)
const debug = __nccwpck_require__(363)
exports = module.exports = {}

// The actual regexps go on exports.re
const re = exports.re = []
const safeRe = exports.safeRe = []
const src = exports.src = []
const safeSrc = exports.safeSrc = []
const t = exports.t = {}
let R = 0

const LETTERDASHNUMBER = '[a-zA-Z0-9-]'

// Replace some greedy regex tokens to prevent regex dos issues. These regex are
// used internally via the safeRe object since all inputs in this library get
// normalized first to trim and collapse all extra whitespace. The original
// regexes are exported for userland consumption and lower level usage. A
// future breaking change could export the safer regex only with a note that
// all input should have extra whitespace removed.
const safeRegexReplacements = [
  ['\\s', 1],
  ['\\d', MAX_LENGTH],
  [LETTERDASHNUMBER, MAX_SAFE_BUILD_LENGTH],
]

const makeSafeRegex = (value) => {
  for (const [token, max] of safeRegexReplacements) {
    value = value
      .split(`${token}*`).join(`${token}{0,${max}}`)
      .split(`${token}+`).join(`${token}{1,${max}}`)
  }
  return value
}

const createToken = (name, value, isGlobal) => {
  const safe = makeSafeRegex(value)
  const index = R++
  debug(name, index, value)
  t[name] = index
  src[index] = value
  safeSrc[index] = safe
  re[index] = new RegExp(value, isGlobal ? 'g' : undefined)
  safeRe[index] = new RegExp(safe, isGlobal ? 'g' : undefined)
}

// The following Regular Expressions can be used for tokenizing,
// validating, and parsing SemVer version strings.

// ## Numeric Identifier
// A single `0`, or a non-zero digit followed by zero or more digits.

createToken('NUMERICIDENTIFIER', '0|[1-9]\\d*')
createToken('NUMERICIDENTIFIERLOOSE', '\\d+')

// ## Non-numeric Identifier
// Zero or more digits, followed by a letter or hyphen, and then zero or
// more letters, digits, or hyphens.

createToken('NONNUMERICIDENTIFIER', `\\d*[a-zA-Z-]${LETTERDASHNUMBER}*`)

// ## Main Version
// Three dot-separated numeric identifiers.

createToken('MAINVERSION', `(${src[t.NUMERICIDENTIFIER]})\\.` +
                   `(${src[t.NUMERICIDENTIFIER]})\\.` +
                   `(${src[t.NUMERICIDENTIFIER]})`)

createToken('MAINVERSIONLOOSE', `(${src[t.NUMERICIDENTIFIERLOOSE]})\\.` +
                        `(${src[t.NUMERICIDENTIFIERLOOSE]})\\.` +
                        `(${src[t.NUMERICIDENTIFIERLOOSE]})`)

// ## Pre-release Version Identifier
// A numeric identifier, or a non-numeric identifier.
// Non-numeric identifiers include numeric identifiers but can be longer.
// Therefore non-numeric identifiers must go first.

createToken('PRERELEASEIDENTIFIER', `(?:${src[t.NONNUMERICIDENTIFIER]
}|${src[t.NUMERICIDENTIFIER]})`)

createToken('PRERELEASEIDENTIFIERLOOSE', `(?:${src[t.NONNUMERICIDENTIFIER]
}|${src[t.NUMERICIDENTIFIERLOOSE]})`)

// ## Pre-release Version
// Hyphen, followed by one or more dot-separated pre-release version
// identifiers.

createToken('PRERELEASE', `(?:-(${src[t.PRERELEASEIDENTIFIER]
}(?:\\.${src[t.PRERELEASEIDENTIFIER]})*))`)

createToken('PRERELEASELOOSE', `(?:-?(${src[t.PRERELEASEIDENTIFIERLOOSE]
}(?:\\.${src[t.PRERELEASEIDENTIFIERLOOSE]})*))`)

// ## Build Metadata Identifier
// Any combination of digits, letters, or hyphens.

createToken('BUILDIDENTIFIER', `${LETTERDASHNUMBER}+`)

// ## Build Metadata
// Plus sign, followed by one or more period-separated build metadata
// identifiers.

createToken('BUILD', `(?:\\+(${src[t.BUILDIDENTIFIER]
}(?:\\.${src[t.BUILDIDENTIFIER]})*))`)

// ## Full Version String
// A main version, followed optionally by a pre-release version and
// build metadata.

// Note that the only major, minor, patch, and pre-release sections of
// the version string are capturing groups.  The build metadata is not a
// capturing group, because it should not ever be used in version
// comparison.

createToken('FULLPLAIN', `v?${src[t.MAINVERSION]
}${src[t.PRERELEASE]}?${
  src[t.BUILD]}?`)

createToken('FULL', `^${src[t.FULLPLAIN]}$`)

// like full, but allows v1.2.3 and =1.2.3, which people do sometimes.
// also, 1.0.0alpha1 (prerelease without the hyphen) which is pretty
// common in the npm registry.
createToken('LOOSEPLAIN', `[v=\\s]*${src[t.MAINVERSIONLOOSE]
}${src[t.PRERELEASELOOSE]}?${
  src[t.BUILD]}?`)

createToken('LOOSE', `^${src[t.LOOSEPLAIN]}$`)

createToken('GTLT', '((?:<|>)?=?)')

// Something like "2.*" or "1.2.x".
// Note that "x.x" is a valid xRange identifier, meaning "any version"
// Only the first item is strictly required.
createToken('XRANGEIDENTIFIERLOOSE', `${src[t.NUMERICIDENTIFIERLOOSE]}|x|X|\\*`)
createToken('XRANGEIDENTIFIER', `${src[t.NUMERICIDENTIFIER]}|x|X|\\*`)

createToken('XRANGEPLAIN', `[v=\\s]*(${src[t.XRANGEIDENTIFIER]})` +
                   `(?:\\.(${src[t.XRANGEIDENTIFIER]})` +
                   `(?:\\.(${src[t.XRANGEIDENTIFIER]})` +
                   `(?:${src[t.PRERELEASE]})?${
                     src[t.BUILD]}?` +
                   `)?)?`)

createToken('XRANGEPLAINLOOSE', `[v=\\s]*(${src[t.XRANGEIDENTIFIERLOOSE]})` +
                        `(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})` +
                        `(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})` +
                        `(?:${src[t.PRERELEASELOOSE]})?${
                          src[t.BUILD]}?` +
                        `)?)?`)

createToken('XRANGE', `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAIN]}$`)
createToken('XRANGELOOSE', `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAINLOOSE]}$`)

// Coercion.
// Extract anything that could conceivably be a part of a valid semver
createToken('COERCEPLAIN', `${'(^|[^\\d])' +
              '(\\d{1,'}${MAX_SAFE_COMPONENT_LENGTH}})` +
              `(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?` +
              `(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?`)
createToken('COERCE', `${src[t.COERCEPLAIN]}(?:$|[^\\d])`)
createToken('COERCEFULL', src[t.COERCEPLAIN] +
              `(?:${src[t.PRERELEASE]})?` +
              `(?:${src[t.BUILD]})?` +
              `(?:$|[^\\d])`)
createToken('COERCERTL', src[t.COERCE], true)
createToken('COERCERTLFULL', src[t.COERCEFULL], true)

// Tilde ranges.
// Meaning is "reasonably at or greater than"
createToken('LONETILDE', '(?:~>?)')

createToken('TILDETRIM', `(\\s*)${src[t.LONETILDE]}\\s+`, true)
exports.tildeTrimReplace = '$1~'

createToken('TILDE', `^${src[t.LONETILDE]}${src[t.XRANGEPLAIN]}$`)
createToken('TILDELOOSE', `^${src[t.LONETILDE]}${src[t.XRANGEPLAINLOOSE]}$`)

// Caret ranges.
// Meaning is "at least and backwards compatible with"
createToken('LONECARET', '(?:\\^)')

createToken('CARETTRIM', `(\\s*)${src[t.LONECARET]}\\s+`, true)
exports.caretTrimReplace = '$1^'

createToken('CARET', `^${src[t.LONECARET]}${src[t.XRANGEPLAIN]}$`)
createToken('CARETLOOSE', `^${src[t.LONECARET]}${src[t.XRANGEPLAINLOOSE]}$`)

// A simple gt/lt/eq thing, or just "" to indicate "any version"
createToken('COMPARATORLOOSE', `^${src[t.GTLT]}\\s*(${src[t.LOOSEPLAIN]})$|^$`)
createToken('COMPARATOR', `^${src[t.GTLT]}\\s*(${src[t.FULLPLAIN]})$|^$`)

// An expression to strip any whitespace between the gtlt and the thing
// it modifies, so that `> 1.2.3` ==> `>1.2.3`
createToken('COMPARATORTRIM', `(\\s*)${src[t.GTLT]
}\\s*(${src[t.LOOSEPLAIN]}|${src[t.XRANGEPLAIN]})`, true)
exports.comparatorTrimReplace = '$1$2$3'

// Something like `1.2.3 - 1.2.4`
// Note that these all use the loose form, because they'll be
// checked against either the strict or loose comparator form
// later.
createToken('HYPHENRANGE', `^\\s*(${src[t.XRANGEPLAIN]})` +
                   `\\s+-\\s+` +
                   `(${src[t.XRANGEPLAIN]})` +
                   `\\s*$`)

createToken('HYPHENRANGELOOSE', `^\\s*(${src[t.XRANGEPLAINLOOSE]})` +
                        `\\s+-\\s+` +
                        `(${src[t.XRANGEPLAINLOOSE]})` +
                        `\\s*$`)

// Star ranges basically just allow anything at all.
createToken('STAR', '(<|>)?=?\\s*\\*')
// >=0.0.0 is like a star
createToken('GTE0', '^\\s*>=\\s*0\\.0\\.0\\s*$')
createToken('GTE0PRE', '^\\s*>=\\s*0\\.0\\.0-0\\s*$')


/***/ }),

/***/ 474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 67:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 75:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 682:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ fields),
/* harmony export */   s: () => (/* binding */ checkInputs)
/* harmony export */ });
/* harmony import */ var _fairway_domain__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(784);

const fields = {
    tag: (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        max: 250,
        pattern: /^[0-9A-Za-z][0-9A-Za-z._-]*$/,
        rule: "a release tag: letters, digits and . _ -, not starting with a dot or hyphen",
    })),
    latest: (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)(),
    require: (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)("prerelease", "release", "any"),
    "if-missing": (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)("fail", "warn"),
    "github-token": (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .secret */ .rJ)(),
};
/** A release is named by its tag or asked for as the latest, not both; the latest is never a prerelease. */
function checkInputs({ tag, latest, require }) {
    if ((tag === undefined) !== latest)
        return [{ input: "tag", message: "exactly one of tag and latest: true is needed" }];
    if (latest && require === "prerelease")
        return [{ input: "require", message: "prerelease contradicts latest: true, which never finds a prerelease" }];
    return [];
}


/***/ }),

/***/ 586:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _fairway_action_kit__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(409);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(682);
/* harmony import */ var _resolve_release_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(241);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(451);




await (0,_fairway_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .C)({
    name: "resolve-release",
    fields: _inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .fields */ .O,
    check: _inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .checkInputs */ .s,
    execute: async (inputs, { clock, context, log, random, signal }) => {
        const [{ createHttpTransport }, { connectGitHub, openReleases, openTags }] = await Promise.all([
            __nccwpck_require__.e(/* import() */ 157).then(__nccwpck_require__.bind(__nccwpck_require__, 157)),
            Promise.all(/* import() */[__nccwpck_require__.e(946), __nccwpck_require__.e(553)]).then(__nccwpck_require__.bind(__nccwpck_require__, 553)),
        ]);
        const { apiUrl, repository } = context;
        const github = connectGitHub({
            apiUrl,
            repository,
            token: inputs.githubToken,
            http: createHttpTransport(),
            clock,
            log,
            random,
            signal,
        });
        return (0,_resolve_release_js__WEBPACK_IMPORTED_MODULE_2__/* .resolveRelease */ .C)(inputs, { releases: openReleases(github), tags: openTags(github), log });
    },
    render: _summary_js__WEBPACK_IMPORTED_MODULE_3__/* .renderSummary */ .B,
});

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  C: () => (/* binding */ resolveRelease)
});

// EXTERNAL MODULE: ../../packages/domain/lib/errors.js
var errors = __nccwpck_require__(306);
// EXTERNAL MODULE: ../../packages/domain/lib/digest.js
var lib_digest = __nccwpck_require__(441);
;// CONCATENATED MODULE: ../../packages/domain/lib/json.js
/** Whether a value of unknown origin is a plain object whose keys may be read. */
function isRecord(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** The member of that name, only when the object itself has it: `__proto__` and its kin give undefined. */
function member(value, key) {
    return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
/** The member of that name when it is a string. */
function stringMember(value, key) {
    const found = member(value, key);
    return typeof found === "string" ? found : undefined;
}
/** Parses JSON; gives undefined instead of throwing, for texts of unknown origin. */
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ../../packages/domain/lib/release.js


/** The asset in which create-release records what a release is made of, and from which resolve-release reads it. */
const RELEASE_MANIFEST_NAME = "manifest.json";
/** The manifest's text: stable key order, two spaces, a line end at the end. */
function renderReleaseManifest(manifest) {
    const { schema, tag, version, commit, buildNumber, buildTime, prerelease, image, imageDigest, promotedFrom, assets } = manifest;
    const build = { buildNumber, buildTime };
    const ordered = { schema, tag, version, commit, ...build, prerelease, image, imageDigest, promotedFrom, assets };
    return `${JSON.stringify(ordered, undefined, 2)}\n`;
}
/** What resolve-release takes from a manifest of unknown origin; undefined when the text is no manifest of a known schema. */
function parseReleaseManifest(text) {
    const value = parseJson(text);
    const tag = stringMember(value, "tag");
    const version = stringMember(value, "version");
    const commit = stringMember(value, "commit");
    if (!isRecord(value) ||
        member(value, "schema") !== 1 ||
        tag === undefined ||
        version === undefined ||
        commit === undefined) {
        return undefined;
    }
    const digest = stringMember(value, "imageDigest");
    return {
        tag,
        version,
        commit,
        image: stringMember(value, "image"),
        imageDigest: digest !== undefined && (0,lib_digest/* isDigest */.Bc)(digest) ? digest : undefined,
        promotedFrom: stringMember(value, "promotedFrom"),
    };
}
/** The version that a tag stands for: of a beta tag its version, of a release tag what follows its prefix of letters. */
function versionInTag(tag) {
    return tag.replace(/-[0-9a-z]{7,40}\.beta$/, "").replace(/^[A-Za-z][A-Za-z._-]*(?=\d)/, "");
}

// EXTERNAL MODULE: ../../node_modules/.pnpm/semver@7.8.6/node_modules/semver/functions/compare.js
var compare = __nccwpck_require__(361);
;// CONCATENATED MODULE: ../../packages/domain/lib/version-order.js

/** Negative when `a` is older than `b`, by SemVer precedence. Throws when either is no version. */
function compareVersions(a, b) {
    return compare(a, b);
}

;// CONCATENATED MODULE: ../../packages/domain/lib/version.js

/** A tag may have 128 characters in a registry; the suffix `-<40 hex>.beta` takes 46 of them. */
const MAX_LENGTH = 82;
/** SemVer's own grammar: https://semver.org/#backusnaur-form-grammar-for-valid-semver-versions */
const NUMBER = "(?:0|[1-9][0-9]*)";
const IDENTIFIER = "(?:0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)";
const CORE = String.raw `${NUMBER}\.${NUMBER}\.${NUMBER}(?:-${IDENTIFIER}(?:\.${IDENTIFIER})*)?`;
const SEMVER = new RegExp(String.raw `^${CORE}(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$`);
/**
 * Reads a version. Build metadata (`+…`) is refused, because `+` is not allowed in a Docker tag and leaving it out would
 * give two builds one name. A leading `v` is refused: tags carry none. Throws a configuration error.
 */
function parseVersion(text) {
    const problem = problemOf(text);
    if (problem === undefined)
        return text;
    throw configuration("BAD_VERSION", `"${text.slice(0, 100)}" is not a version that can be a tag: ${problem}`);
}
function problemOf(text) {
    if (text.length > MAX_LENGTH)
        return `it has ${text.length} characters, at most ${MAX_LENGTH} are allowed`;
    if (text.startsWith("v"))
        return 'it starts with "v"; write it without';
    if (text.includes("+"))
        return 'it has build metadata ("+…"), which a Docker tag cannot carry; leave that part out';
    if (!isSemver(text))
        return "SemVer is expected, such as 1.4.0 or 1.4.0-rc.1";
    return undefined;
}
/** Whether `text` is a version by SemVer's own grammar, whatever else it may be. */
function isSemver(text) {
    return text.length <= 256 && SEMVER.test(text);
}
/** Whether the version names a prerelease, such as `1.4.0-rc.1`. */
function isPrereleaseVersion(version) {
    return isSemver(version) && (version.split("+")[0] ?? "").includes("-");
}

;// CONCATENATED MODULE: ./lib/newest-release.js

/**
 * The newest full release by SemVer. The list's own order follows commit dates, so its first entry may be a hotfix of an
 * old line. Drafts, prereleases, and tags that are no version (or a prerelease version) do not count.
 */
function newestRelease(releases) {
    const full = releases.filter((release) => !release.draft && !release.prerelease && isFullVersion(versionInTag(release.tag)));
    return full.toSorted((a, b) => compareVersions(versionInTag(b.tag), versionInTag(a.tag)))[0];
}
function isFullVersion(version) {
    return isSemver(version) && !isPrereleaseVersion(version);
}

;// CONCATENATED MODULE: ./lib/require-tag-commit.js

/**
 * A beta tag says in its own name which commit it was made of, so it must name that one. Throws TAG_OTHER_COMMIT otherwise.
 * The short SHA may have a `g` before it (`sha-style: g`) and more than seven digits (`sha-style: extend`); a part that is not
 * hexadecimal, as in the example 0.1.0-abcdefg.beta, says nothing of a commit and is not judged.
 */
function requireTagCommit(tag, commit) {
    const short = /-g?([0-9a-f]{7,40})\.beta$/.exec(tag)?.[1];
    if (short === undefined || commit.startsWith(short))
        return;
    throw (0,errors/* refusal */.x5)("TAG_OTHER_COMMIT", `The beta tag ${tag} names commit ${commit}, and its name says that it was made of ${short}`, "Somebody made or moved the tag by hand. Deploy a beta that was computed of its own commit.");
}

;// CONCATENATED MODULE: ./lib/resolve-release.js



const MAX_MANIFEST_BYTES = 1024 * 1024;
/**
 * Finds a release, checks that it is what was required, and reads what it stands for from the manifest that
 * create-release wrote. The tag's commit must be the one in a beta's name, and the manifest's: a moved tag is refused, and
 * nothing is guessed.
 */
async function resolveRelease(inputs, ports) {
    const release = inputs.tag === undefined ? newestRelease(await ports.releases.all()) : await releaseOf(inputs.tag, ports.releases);
    if (release === undefined)
        return missing(inputs, ports);
    requireKind(release, inputs.require);
    const commit = await ports.tags.commitOf(release.tag);
    if (commit === undefined)
        throw (0,errors/* upstream */.a4)("TAG_MISSING", `The release ${release.tag} exists, but the git tag ${release.tag} does not`);
    requireTagCommit(release.tag, commit);
    const manifest = await readManifest(release, ports);
    requireSameCommit(release, commit, manifest);
    ports.log.info(`found ${release.prerelease ? "prerelease" : "release"} ${release.tag} at ${commit}`);
    return found(release, commit, manifest);
}
/** For a moment after its publication GitHub may not find a release by its tag; the list has it then. */
async function releaseOf(tag, releases) {
    const byTag = await releases.byTag(tag);
    return byTag ?? (await releases.all()).find((release) => release.tag === tag && !release.draft);
}
function found(release, commit, manifest) {
    return {
        outputs: {
            found: "true",
            tag: release.tag,
            version: manifest?.version ?? versionInTag(release.tag),
            commit,
            prerelease: String(release.prerelease),
            image: manifest?.image ?? "",
            "image-digest": manifest?.imageDigest ?? "",
            "release-id": String(release.id),
            "html-url": release.htmlUrl,
            outcome: "found",
        },
    };
}
function missing({ tag, ifMissing }, { log }) {
    const what = tag === undefined ? "There is no full release yet" : `${tag} does not exist as a GitHub release`;
    if (ifMissing === "fail") {
        throw (0,errors/* refusal */.x5)("RELEASE_MISSING", what, "The releases page lists what there is; a draft does not count until it is published.");
    }
    log.warning(`${what}. This is expected on a first deployment: there is nothing to migrate from.`);
    const empty = {
        tag: "",
        version: "",
        commit: "",
        prerelease: "",
        image: "",
        "image-digest": "",
        "release-id": "",
        "html-url": "",
    };
    return { outputs: { found: "false", ...empty, outcome: "missing" } };
}
function requireKind({ tag, prerelease }, require) {
    if (require === "prerelease" && !prerelease) {
        throw (0,errors/* refusal */.x5)("NOT_A_PRERELEASE", `${tag} is not a prerelease; only prereleases can be promoted`, "Promote a beta tag, such as 0.1.0-abcdefg.beta; they are marked Pre-release on the releases page.");
    }
    if (require === "release" && prerelease) {
        throw (0,errors/* refusal */.x5)("NOT_A_RELEASE", `${tag} is a prerelease; a full release is required`, "Promote it first, then use its release tag.");
    }
}
/** A release that Fairway did not make has no manifest: that is told, and its image stays empty. */
async function readManifest(release, { releases, log }) {
    const asset = release.assets.find(({ name, state }) => name === RELEASE_MANIFEST_NAME && state === "uploaded");
    if (asset === undefined) {
        log.notice(`${release.tag} has no ${RELEASE_MANIFEST_NAME}, so its image is not known; create-release writes it`);
        return undefined;
    }
    const bytes = await releases.download(asset, MAX_MANIFEST_BYTES);
    const manifest = parseReleaseManifest(new TextDecoder().decode(bytes));
    if (manifest !== undefined)
        return manifest;
    throw (0,errors/* upstream */.a4)("BAD_RELEASE_MANIFEST", `The ${RELEASE_MANIFEST_NAME} of ${release.tag} is not one that create-release wrote`);
}
function requireSameCommit({ tag }, commit, manifest) {
    if (manifest === undefined || (manifest.commit === commit && manifest.tag === tag))
        return;
    throw (0,errors/* refusal */.x5)("TAG_MOVED", `The tag ${tag} names commit ${commit}; its release was made of ${manifest.tag} at ${manifest.commit}`, "Somebody moved the tag. Find out why before anything of it is deployed; a new beta is the safe way on.");
}


/***/ }),

/***/ 451:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ renderSummary)
/* harmony export */ });
/* harmony import */ var _fairway_domain__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(928);

/** The job summary: the release and what it stands for. */
function renderSummary({ outputs }) {
    if (outputs.outcome === "missing")
        return "### No release yet\n\nThere is nothing to migrate from; this is expected on a first deployment.\n";
    const rows = [
        ["Release", (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(outputs["html-url"])],
        ["Commit", (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(outputs.commit)],
        ["Image", outputs.image === "" ? "not recorded" : (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(outputs.image)],
        ["Digest", outputs["image-digest"] === "" ? "not recorded" : (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(outputs["image-digest"])],
    ];
    const kind = outputs.prerelease === "true" ? "Prerelease" : "Release";
    return `### ${kind} ${(0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(outputs.tag)} found\n\n${(0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(["", ""], rows)}\n`;
}


/***/ }),

/***/ 409:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  C: () => (/* binding */ runAction)
});

;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
// EXTERNAL MODULE: ../../packages/domain/lib/digest.js
var digest = __nccwpck_require__(441);
// EXTERNAL MODULE: ../../packages/domain/lib/errors.js
var errors = __nccwpck_require__(306);
;// CONCATENATED MODULE: ../../packages/action-kit/lib/cancellation.js

/** The runner sends SIGINT, SIGTERM 7.5 s later, and kills 2.5 s after that; what is not said by then is lost. */
const GRACE_MS = 4500;
/**
 * Turns SIGINT and SIGTERM into an abort. An action that has not ended `GRACE_MS` later is given up: `onOverdue` runs and
 * must end the process.
 */
function listenForCancellation(onOverdue) {
    const controller = new AbortController();
    let watchdog;
    const cancel = (signal) => {
        if (controller.signal.aborted)
            return;
        const error = new errors/* FairwayError */.q2(`The run was cancelled (${signal}); nothing new was started after that.`, {
            kind: "refusal",
            code: "CANCELLED",
            nextStep: "Start the run again when it is wanted: what was done is found done, what was not is done then.",
        });
        watchdog = setTimeout(() => onOverdue(error), GRACE_MS);
        controller.abort(error);
    };
    process.on("SIGINT", cancel);
    process.on("SIGTERM", cancel);
    return {
        signal: controller.signal,
        dispose: () => {
            clearTimeout(watchdog);
            process.off("SIGINT", cancel);
            process.off("SIGTERM", cancel);
        },
    };
}

// EXTERNAL MODULE: ../../packages/domain/lib/inputs.js
var inputs = __nccwpck_require__(784);
;// CONCATENATED MODULE: ../../packages/domain/lib/closest-name.js
/** The known name that a mistyped one most likely means, or undefined when none is near: for "did you mean". */
function closestName(name, known) {
    const ranked = known.map((candidate) => ({ candidate, distance: editDistance(name, candidate) }));
    ranked.sort((a, b) => a.distance - b.distance);
    const best = ranked[0];
    return best !== undefined && best.distance <= Math.max(2, name.length / 3) ? best.candidate : undefined;
}
/** Levenshtein's distance, row by row. */
function editDistance(a, b) {
    let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (let row = 0; row < a.length; row += 1) {
        const current = [row + 1];
        for (let column = 0; column < b.length; column += 1) {
            const replaced = (previous[column] ?? 0) + (a[row] === b[column] ? 0 : 1);
            current.push(Math.min(replaced, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
        }
        previous = current;
    }
    return previous[b.length] ?? 0;
}

;// CONCATENATED MODULE: external "os"
const external_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");
;// CONCATENATED MODULE: ../../node_modules/.pnpm/@actions+core@3.0.1_patch_hash=06a25f6228d4672c45384547bac6c48992b28e43a7b4e306d29b073d1d6b338a/node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function utils_toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ../../node_modules/.pnpm/@actions+core@3.0.1_patch_hash=06a25f6228d4672c45384547bac6c48992b28e43a7b4e306d29b073d1d6b338a/node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_namespaceObject.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");
;// CONCATENATED MODULE: external "fs"
const external_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");
;// CONCATENATED MODULE: ../../node_modules/.pnpm/@actions+core@3.0.1_patch_hash=06a25f6228d4672c45384547bac6c48992b28e43a7b4e306d29b073d1d6b338a/node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_namespaceObject.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_namespaceObject.appendFileSync(filePath, `${utils_toCommandValue(message)}${external_os_namespaceObject.EOL}`, {
        encoding: 'utf8'
    });
}
function file_command_prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = utils_toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_namespaceObject.EOL}${convertedValue}${external_os_namespaceObject.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");
;// CONCATENATED MODULE: ../../node_modules/.pnpm/@actions+core@3.0.1_patch_hash=06a25f6228d4672c45384547bac6c48992b28e43a7b4e306d29b073d1d6b338a/node_modules/@actions/core/lib/core.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function setSecret(secret) {
    command_issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return file_command_issueFileCommand('OUTPUT', file_command_prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_namespaceObject.EOL);
    command_issueCommand('set-output', { name }, utils_toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function debug(message) {
    command_issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    command_issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    command_issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    command_issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_namespaceObject.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    command_issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    command_issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return __awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return file_command_issueFileCommand('STATE', file_command_prepareKeyValueMessage(name, value));
    }
    command_issueCommand('save-state', { name }, utils_toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return __awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map
;// CONCATENATED MODULE: ../../packages/action-kit/lib/masks.js

/** Shorter values are not masked: a mask of one or two letters blanks the log and drops outputs that hold them. */
const MIN_LENGTH = 6;
/**
 * Hides a secret in everything that the runner prints, with the forms that the runner's own encoders do not cover
 * (hexadecimal, base64 for URLs and form encoding). Must be called before the secret is used for the first time.
 */
function mask(secret) {
    if (secret.length < MIN_LENGTH)
        return;
    const bytes = Buffer.from(secret, "utf8");
    const forms = [
        secret,
        bytes.toString("base64"),
        bytes.toString("base64url"),
        bytes.toString("hex"),
        encodeURIComponent(secret),
    ];
    for (const form of new Set(forms))
        setSecret(form);
}

;// CONCATENATED MODULE: ../../packages/action-kit/lib/read-inputs.js


/**
 * Reads, masks and checks all inputs at once. Throws one configuration error that names every bad input, every
 * contradiction and every unknown name, since the runner itself only warns of an input that no action declares.
 */
function readInputs(action, environment) {
    const given = givenInputs(environment, Object.keys(action.fields));
    for (const [name, field] of Object.entries(action.fields))
        if (field.secret)
            mask(given.known[name] ?? "");
    const verdict = (0,inputs/* parseInputs */.TL)(action.fields, given.known);
    const unknown = given.unknown.map((name) => unknownInput(name, Object.keys(action.fields)));
    if (verdict.kind === "invalid")
        throw refused(action.name, [...verdict.problems, ...unknown]);
    const problems = [...(action.check?.(verdict.inputs) ?? []), ...unknown];
    if (problems.length > 0)
        throw refused(action.name, problems);
    return verdict.inputs;
}
/** The runner gives each input as INPUT_<NAME>: upper case, spaces as underscores, hyphens kept. */
function givenInputs(environment, names) {
    const byVariable = new Map(names.map((name) => [`INPUT_${name.toUpperCase()}`, name]));
    const known = {};
    const unknown = [];
    for (const [variable, value] of Object.entries(environment)) {
        if (!variable.startsWith("INPUT_") || value === undefined)
            continue;
        const name = byVariable.get(variable);
        if (name === undefined)
            unknown.push(variable.slice("INPUT_".length).toLowerCase());
        else
            known[name] = value;
    }
    return { known, unknown };
}
function unknownInput(name, known) {
    const near = closestName(name, known);
    const hint = near === undefined ? `the inputs are ${known.join(", ")}` : `did you mean ${near}?`;
    return { input: name, message: `is not an input of this action; ${hint}` };
}
function refused(action, problems) {
    const count = problems.length === 1 ? "1 input" : `${problems.length} inputs`;
    const list = problems.map(({ input, message }) => `- ${input}: ${message}`).join("\n");
    return (0,errors/* configuration */.HF)("BAD_INPUTS", `${count} of ${action} refused; nothing was done.\n${list}`, `Correct the "with:" block of the step. Every input is described in actions/${action}/README.md.`);
}

// EXTERNAL MODULE: ../../packages/domain/lib/markdown.js
var markdown = __nccwpck_require__(928);
;// CONCATENATED MODULE: ../../packages/action-kit/lib/report-failure.js

/**
 * Says why an action is red: the reason alone as the annotation, then causes, what to do next, and the code to search for.
 * Anything that is not a FairwayError is a defect of Fairway; its stack goes to the debug log.
 */
function reportFailure(error, log) {
    const [message = "unknown", ...causes] = (0,errors/* causeChain */.DD)(error);
    log.error(message);
    for (const cause of causes)
        log.info(`cause: ${cause}`);
    if (error instanceof errors/* FairwayError */.q2) {
        if (error.nextStep !== undefined)
            log.info(`next: ${error.nextStep}`);
        log.info(`code: ${error.code} (${error.kind})`);
        return;
    }
    log.info("code: BUG (bug)");
    log.info("next: This is a defect of Fairway, please report it. Re-run the job with debug logging for the stack.");
    if (error instanceof Error)
        log.debug(error.stack ?? "no stack");
}
/** The summary of an action that ended before it had a result of its own. */
function renderFailure(action, error) {
    const [message = "unknown", ...causes] = (0,errors/* causeChain */.DD)(error);
    const lines = [`### ${action}: failed`, "", ...message.split("\n").map((line) => `${(0,markdown/* escapeMarkdown */.FV)(line, 1000)}  `)];
    for (const cause of causes)
        lines.push(`- cause: ${(0,markdown/* escapeMarkdown */.FV)(cause)}`);
    if (error instanceof errors/* FairwayError */.q2) {
        if (error.nextStep !== undefined)
            lines.push("", `**Next:** ${(0,markdown/* escapeMarkdown */.FV)(error.nextStep, 1000)}`);
        lines.push("", `Code ${(0,markdown/* code */.aY)(error.code)} (${error.kind}).`);
    }
    return `${lines.join("\n")}\n`;
}

;// CONCATENATED MODULE: ../../packages/action-kit/lib/runner-context.js
/** The one place that reads the runner's variables. */
function readRunnerContext(environment) {
    const read = (name, fallback = "") => environment[name] ?? fallback;
    const serverUrl = read("GITHUB_SERVER_URL", "https://github.com");
    const repository = read("GITHUB_REPOSITORY");
    const runId = read("GITHUB_RUN_ID");
    return {
        repository,
        commit: read("GITHUB_SHA"),
        ref: read("GITHUB_REF"),
        runId,
        runAttempt: read("GITHUB_RUN_ATTEMPT", "1"),
        job: read("GITHUB_JOB"),
        actor: read("GITHUB_ACTOR"),
        workflow: read("GITHUB_WORKFLOW"),
        workspace: read("GITHUB_WORKSPACE", "."),
        apiUrl: read("GITHUB_API_URL", "https://api.github.com"),
        serverUrl,
        runUrl: `${serverUrl}/${repository}/actions/runs/${runId}`,
    };
}

;// CONCATENATED MODULE: ../../packages/action-kit/lib/remote-text.js
const MAX_LINE = 2000;
/** ANSI control sequences: ESC, "[", parameters, and a final letter. */
const COLOUR = new RegExp(String.raw `\x1b\[[0-9;?]*[ -/]*[@-~]`, "g");
/**
 * Makes any text harmless to the runner's log parser and to terminals, and splits it into lines. The runner acts on
 * `::command::` at the start of a line, after white space that includes U+0085 and U+00A0, and on `##[command]` anywhere
 * in a line; it ends a line at CR, LF or CRLF. Control and direction-changing characters are dropped, long lines are cut.
 * See https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
function remoteText(text) {
    return text.split(/\r\n|[\r\n\u0085\u2028\u2029\v\f]/).map(harmlessLine);
}
function harmlessLine(line) {
    const plain = line
        // Colour sequences go as a whole, so that no "[31m" remains.
        .replaceAll(COLOUR, "")
        .replaceAll("\t", "  ")
        .replaceAll(/[\p{Cc}\p{Cf}]/gu, "")
        .replaceAll("##[", "# #[")
        .replace(/^(\s*)::/u, "$1: :");
    return plain.length > MAX_LINE ? `${plain.slice(0, MAX_LINE)}… (${plain.length - MAX_LINE} more characters)` : plain;
}

;// CONCATENATED MODULE: ../../packages/action-kit/lib/runner-log.js


/** GitHub shows this many annotations of a kind for a step and drops the rest without a word. */
const SHOWN_ANNOTATIONS = 10;
/**
 * The runner's log. Every line passes the remote-text filter, so nothing that is logged can act as a workflow command.
 * The tenth annotation of a kind says that those after it are lines of the log only.
 */
function createRunnerLog() {
    const counts = { notice: 0, warning: 0, error: 0 };
    const annotate = (kind, write, message) => {
        const lines = remoteText(message);
        counts[kind] += 1;
        if (counts[kind] < SHOWN_ANNOTATIONS)
            write(lines.join("\n"));
        else if (counts[kind] === SHOWN_ANNOTATIONS)
            write(`${lines.join("\n")}\nMore of this kind are in the log of this step only.`);
        else
            for (const line of lines)
                info(`${kind}: ${line}`);
    };
    return {
        debug: (message) => debug(remoteText(message).join("\n")),
        info: (message) => remoteText(message).forEach((line) => info(line)),
        notice: (message) => annotate("notice", notice, message),
        warning: (message) => annotate("warning", warning, message),
        error: (message) => annotate("error", error, message),
        group: (title, lines) => {
            startGroup(remoteText(title).join(" "));
            for (const line of lines.flatMap(remoteText))
                info(line);
            endGroup();
        },
    };
}

;// CONCATENATED MODULE: external "node:perf_hooks"
const external_node_perf_hooks_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");
;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
;// CONCATENATED MODULE: ../../packages/action-kit/lib/system-clock.js


/** The machine's clocks. */
const systemClock = {
    now: () => new Date(),
    elapsedMs: () => external_node_perf_hooks_namespaceObject.performance.now(),
    sleep: async (ms, signal) => {
        try {
            await (0,promises_namespaceObject.setTimeout)(ms, undefined, { signal });
        }
        catch (error) {
            // Node wraps the reason; callers are promised the reason itself.
            throw signal?.aborted === true ? signal.reason : error;
        }
    },
};

;// CONCATENATED MODULE: external "node:fs/promises"
const external_node_fs_promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");
;// CONCATENATED MODULE: ../../packages/action-kit/lib/write-results.js


/** GitHub refuses a step's summary above 1 MiB whole, so a longer one is cut and says so. */
const MAX_SUMMARY_BYTES = 1024 * 1024;
/**
 * Writes outputs to the runner's file, where the toolkit frames each value with a random delimiter that it checks the
 * value against. Every output is one line; a line break in one is a defect here and is refused.
 */
function writeOutputs(outputs) {
    for (const [name, value] of Object.entries(outputs)) {
        if (/[\r\n\0]/.test(value))
            throw new TypeError(`the output ${name} has a line break or a NUL in it`);
        setOutput(name, value);
    }
}
/** Hands values to the post step of this action. They are ids, never secrets: other steps of the job can read them. */
function writeState(state) {
    for (const [name, value] of Object.entries(state))
        saveState(name, value);
}
/** Appends Markdown to the job summary; outside a runner (no summary file) it does nothing. */
async function writeSummary(markdown) {
    const file = process.env["GITHUB_STEP_SUMMARY"] ?? "";
    if (markdown === "" || file === "")
        return;
    const cut = "\n\n_The rest of this summary was cut: it passes GitHub's limit of 1 MiB._\n";
    const bytes = Buffer.from(markdown, "utf8");
    const fits = bytes.length <= MAX_SUMMARY_BYTES;
    const content = fits ? markdown : bytes.subarray(0, MAX_SUMMARY_BYTES - cut.length - 4).toString("utf8") + cut;
    // The toolkit's own writer does the same, and brings 10 kB of HTML that nothing here uses.
    await (0,external_node_fs_promises_namespaceObject.appendFile)(file, `${content}\n`);
}

;// CONCATENATED MODULE: ../../packages/action-kit/lib/run-action.js









const POST_MARKER = "fairway-post";
const STATE_PREFIX = "STATE_";
/**
 * Runs an action from inputs to summary. It is red when its result carries a failure or anything is thrown, and then its
 * outputs are written all the same (`outcome: error` when there is no result), so that later steps see how far it got.
 */
async function runAction(action) {
    const log = createRunnerLog();
    const cancellation = listenForCancellation((error) => {
        void endRed(action.name, error, log).finally(() => process.exit());
    });
    const runtime = {
        log,
        clock: systemClock,
        signal: cancellation.signal,
        context: readRunnerContext(process.env),
        random: Math.random,
        uniqueId: external_node_crypto_namespaceObject.randomUUID,
        digest: (content) => (0,digest/* parseDigest */.m)(`sha256:${(0,external_node_crypto_namespaceObject.createHash)("sha256").update(content).digest("hex")}`),
    };
    try {
        if (process.env[`${STATE_PREFIX}${POST_MARKER}`] === "true")
            await runPost(action, runtime);
        else
            await runMain(action, runtime);
    }
    catch (error) {
        await endRed(action.name, error, log);
    }
    finally {
        cancellation.dispose();
    }
}
async function runMain(action, runtime) {
    if (action.post !== undefined)
        writeState({ [POST_MARKER]: "true" });
    const inputs = readInputs(action, process.env);
    const result = await action.execute(inputs, runtime);
    writeState(result.state ?? {});
    writeOutputs(result.outputs);
    await writeSummary(action.render(result, inputs));
    if (result.failure === undefined)
        return;
    process.exitCode = 1;
    reportFailure(result.failure, runtime.log);
}
async function runPost(action, runtime) {
    try {
        await action.post?.(stateOf(process.env), readInputs(action, process.env), runtime);
    }
    catch (error) {
        runtime.log.warning(`${action.name} could not clean up: ${error instanceof Error ? error.message : String(error)}`);
    }
}
function stateOf(environment) {
    const state = {};
    for (const [name, value] of Object.entries(environment)) {
        if (name.startsWith(STATE_PREFIX) && value !== undefined)
            state[name.slice(STATE_PREFIX.length)] = value;
    }
    return state;
}
async function endRed(action, error, log) {
    process.exitCode = 1;
    reportFailure(error, log);
    writeOutputs({ outcome: "error" });
    await writeSummary(renderFailure(action, error));
}


/***/ }),

/***/ 441:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   m: () => (/* binding */ parseDigest)
/* harmony export */ });
/* unused harmony export shortDigest */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(306);

function isDigest(text) {
    return /^sha256:[0-9a-f]{64}$/.test(text);
}
/** Reads a digest. Only sha256 is known here: it is what every registry in use answers. Throws a configuration error. */
function parseDigest(text) {
    if (isDigest(text))
        return text;
    throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .configuration */ .HF)("BAD_DIGEST", `"${text}" is not a digest: "sha256:" and 64 lower-case hex digits are expected`, "Copy the digest from the step that pushed the image; it looks like sha256:4bc4…");
}
/** The first 12 hex digits, enough for a person to tell two digests apart. */
function shortDigest(digest) {
    return digest.slice(0, "sha256:".length + 12);
}


/***/ }),

/***/ 306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DD: () => (/* binding */ causeChain),
/* harmony export */   HF: () => (/* binding */ configuration),
/* harmony export */   a4: () => (/* binding */ upstream),
/* harmony export */   bJ: () => (/* binding */ isError),
/* harmony export */   q2: () => (/* binding */ FairwayError),
/* harmony export */   x5: () => (/* binding */ refusal)
/* harmony export */ });
/** The only error that Fairway throws on purpose. Its message says what was refused, the value and the rule. */
class FairwayError extends Error {
    kind;
    code;
    nextStep;
    retryAfterMs;
    constructor(message, details) {
        super(message, details.cause === undefined ? undefined : { cause: details.cause });
        this.name = "FairwayError";
        this.kind = details.kind;
        this.code = details.code;
        this.nextStep = details.nextStep;
        this.retryAfterMs = details.retryAfterMs;
    }
}
/** A rule was kept: the request was understood and is not done. */
function refusal(code, message, nextStep) {
    return new FairwayError(message, { kind: "refusal", code, nextStep });
}
/** Another system failed or gave an answer that makes no sense. */
function upstream(code, message, details = {}) {
    return new FairwayError(message, { kind: "upstream", code, ...details });
}
/** The workflow's author gave something that can never work. */
function configuration(code, message, nextStep) {
    return new FairwayError(message, { kind: "configuration", code, nextStep });
}
/** The text of anything that was thrown, with the chain of its causes, outermost first. */
function causeChain(error) {
    const texts = [];
    for (let current = error; current !== undefined && current !== null && texts.length < 8;) {
        texts.push(isError(current) ? current.message : describeThrown(current));
        current = isError(current) ? current.cause : undefined;
    }
    return texts;
}
/** Whether a value is an error, of this realm or another one: `instanceof` knows only its own. */
function isError(value) {
    return value instanceof Error || Object.prototype.toString.call(value) === "[object Error]";
}
/** Old code throws strings and objects; neither may end up as "[object Object]". */
function describeThrown(thrown) {
    return typeof thrown === "string" ? thrown : `a thrown ${typeof thrown}: ${JSON.stringify(thrown)}`;
}


/***/ }),

/***/ 784:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   TL: () => (/* binding */ parseInputs),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   lq: () => (/* binding */ optional),
/* harmony export */   rJ: () => (/* binding */ secret)
/* harmony export */ });
/* unused harmony exports paragraph, parsedBy, integer, decimal, lines, items */

/** Parses every input and collects every problem, so that a person corrects a workflow once and not input by input. */
function parseInputs(fields, texts) {
    const problems = [];
    const inputs = {};
    for (const [name, field] of Object.entries(fields)) {
        const parsed = parseField(field, texts[name]?.trim() ?? "");
        if (parsed.kind === "refused")
            problems.push({ input: name, message: parsed.problem });
        else
            inputs[camelCase(name)] = parsed.value;
    }
    return problems.length > 0 ? { kind: "invalid", problems } : { kind: "valid", inputs: inputs };
}
function parseField(field, text) {
    if (text === "")
        return field.optional ? accept(undefined) : refuse("is required and was empty");
    return field.parse(text);
}
function camelCase(name) {
    return name.replaceAll(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}
/** Lets an input be left out or empty. */
function optional(field) {
    return { ...field, optional: true };
}
/** One line of text without control characters, at most `max` characters. `rule` completes "is not …". */
function text(options = {}) {
    const { max = 1000, pattern, rule = "in the expected form" } = options;
    return field((value) => {
        if (value.length > max)
            return refuse(`has ${value.length} characters, at most ${max} are allowed`);
        if (/\p{Cc}/u.test(value))
            return refuse("has a line break or another control character in it; one line is expected");
        if (pattern !== undefined && !pattern.test(value))
            return refuse(`${quote(value)} is not ${rule}`);
        return accept(value);
    });
}
/** Text of several lines, at most `max` characters. */
function paragraph(max) {
    return field((value) => value.length > max ? refuse(`has ${value.length} characters, at most ${max} are allowed`) : accept(value));
}
/** A value of one of the domain's own types: what its parser throws becomes the problem. */
function parsedBy(parse) {
    return field((value) => {
        try {
            return accept(parse(value));
        }
        catch (error) {
            return refuse(causeChain(error)[0] ?? "is refused");
        }
    });
}
/** One of a few words. */
function choice(...words) {
    return field((value) => {
        const word = words.find((candidate) => candidate === value);
        return word === undefined ? refuse(`${quote(value)} is not one of ${words.join(", ")}`) : accept(word);
    });
}
/** `true` or `false`, in the spellings of YAML's core schema, as the runner's own toolkit has it. */
function flag() {
    return field((value) => {
        if (["true", "True", "TRUE"].includes(value))
            return accept(true);
        if (["false", "False", "FALSE"].includes(value))
            return accept(false);
        return refuse(`${quote(value)} is not true or false`);
    });
}
/** A whole number within bounds, both included. */
function integer(min, max) {
    return field((value) => {
        const number = Number(value);
        const inBounds = /^\d{1,15}$/.test(value) && number >= min && number <= max;
        return inBounds ? accept(number) : refuse(`${quote(value)} is not a whole number from ${min} to ${max}`);
    });
}
/** A decimal number within bounds, both included. */
function decimal(min, max) {
    return field((value) => {
        const number = Number(value);
        const inBounds = /^\d{1,15}(\.\d{1,9})?$/.test(value) && number >= min && number <= max;
        return inBounds ? accept(number) : refuse(`${quote(value)} is not a number from ${min} to ${max}`);
    });
}
/** A list, one item a line; empty lines and white space around items do not count. A repeated item is refused. */
function lines(item, maxItems = 100) {
    return listOf(item, /\r\n|\n|\r/, maxItems);
}
/** A list, one item a line or separated by commas, as for tags. */
function items(item, maxItems = 100) {
    return listOf(item, /[\r\n,]/, maxItems);
}
/** A token or password: masked, never repeated, one line. */
function secret() {
    return {
        ...field((value) => /\p{Cc}/u.test(value) ? refuse("has a line break or another control character in it") : accept(value)),
        secret: true,
    };
}
function listOf(item, separator, maxItems) {
    return field((value) => {
        const texts = value
            .split(separator)
            .map((part) => part.trim())
            .filter((part) => part !== "");
        if (texts.length > maxItems)
            return refuse(`has ${texts.length} items, at most ${maxItems} are allowed`);
        const repeated = texts.find((part, index) => texts.indexOf(part) !== index);
        if (repeated !== undefined)
            return refuse(`has ${quote(repeated)} twice`);
        return collect(texts.map((part) => item.parse(part)));
    });
}
function collect(parsed) {
    const values = [];
    const problems = [];
    for (const one of parsed) {
        if (one.kind === "valid")
            values.push(one.value);
        else
            problems.push(one.problem);
    }
    return problems.length > 0 ? refuse(problems.join("; ")) : accept(values);
}
function field(parse) {
    return { parse, optional: false, secret: false };
}
function accept(value) {
    return { kind: "valid", value };
}
function refuse(problem) {
    return { kind: "refused", problem };
}
function quote(value) {
    return `"${value.length > 60 ? `${value.slice(0, 59)}…` : value}"`;
}


/***/ }),

/***/ 928:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/**
 * Makes any text inert inside Markdown and HTML: one line, no control or direction-changing characters, markup escaped,
 * at most `maxLength` characters.
 */
function escapeMarkdown(text, maxLength = 300) {
    const oneLine = text.replaceAll(/[\s\u0085\u2028\u2029]+/g, " ").replaceAll(/[\p{Cc}\p{Cf}]/gu, "");
    const cut = oneLine.length > maxLength ? `${oneLine.slice(0, maxLength - 1)}…` : oneLine;
    return cut
        .replaceAll(/[\\`*_{}[\]()#+!|~@]/g, String.raw `\$&`)
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;");
}
/** A value in a code span; a backtick in it would end the span, so such a value is escaped as text instead. */
function code(value) {
    if (value === "")
        return "";
    if (/^[\x20-\x5f\x61-\x7e]{1,300}$/.test(value) && !value.includes("|"))
        return `\`${value}\``;
    return escapeMarkdown(value);
}
/** A table of cells that are Markdown already. */
function table(head, rows) {
    const line = (cells) => `| ${cells.join(" | ")} |`;
    return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(586);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
