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

/***/ 613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

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

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 547:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 668:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ createRelease)
});

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
        imageDigest: digest !== undefined && isDigest(digest) ? digest : undefined,
        promotedFrom: stringMember(value, "promotedFrom"),
    };
}
/** The version that a tag stands for: of a beta tag its version, of a release tag what follows its prefix of letters. */
function versionInTag(tag) {
    return tag.replace(/-[0-9a-z]{7,40}\.beta$/, "").replace(/^[A-Za-z][A-Za-z._-]*(?=\d)/, "");
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

// EXTERNAL MODULE: ../../node_modules/.pnpm/semver@7.8.6/node_modules/semver/functions/compare.js
var compare = __nccwpck_require__(361);
;// CONCATENATED MODULE: ../../packages/domain/lib/version-order.js

/** Negative when `a` is older than `b`, by SemVer precedence. Throws when either is no version. */
function compareVersions(a, b) {
    return compare(a, b);
}

;// CONCATENATED MODULE: ./lib/choose-latest.js

/**
 * Whether a full release becomes the latest: by SemVer against every published full release, so that a hotfix of an old
 * line does not. GitHub's own default is yes.
 */
function isNewest(tag, releases) {
    const version = versionInTag(tag);
    if (!isSemver(version))
        return releases.every(({ draft, prerelease }) => draft || prerelease);
    return releases
        .filter((release) => !release.draft && !release.prerelease && release.tag !== tag)
        .map((release) => versionInTag(release.tag))
        .every((other) => !isSemver(other) || compareVersions(version, other) > 0);
}

// EXTERNAL MODULE: ./lib/cut-notes.js
var cut_notes = __nccwpck_require__(271);
;// CONCATENATED MODULE: ./lib/previous-tag.js

/**
 * The release that a list of changes starts from: of a beta the beta published before it, else the newest full release;
 * of a full release the newest older one. A beta is never the start for a full release.
 */
function previousTag(tag, prerelease, releases) {
    const others = releases.filter((release) => !release.draft && release.tag !== tag);
    const full = others.filter((release) => !release.prerelease);
    const previous = prerelease
        ? (newestBeta(tag, others) ?? newestBySemver(full))
        : newestBySemver(olderThan(tag, full));
    if (previous !== undefined)
        return { kind: "tag", tag: previous.tag };
    return { kind: others.length === 0 ? "beginning" : "first" };
}
/** By date of publication: the short SHAs in beta tags have no order. Other prereleases (an rc, a nightly) are not betas. */
function newestBeta(tag, releases) {
    return releases
        .filter((release) => release.prerelease && isBeta(release.tag) === isBeta(tag))
        .toSorted((a, b) => compareTexts(b.publishedAt ?? "", a.publishedAt ?? "") || b.id - a.id)[0];
}
function isBeta(tag) {
    return tag.endsWith(".beta");
}
function compareTexts(a, b) {
    if (a === b)
        return 0;
    return a < b ? -1 : 1;
}
function olderThan(tag, releases) {
    const version = versionInTag(tag);
    if (!isSemver(version))
        return releases;
    return releases.filter((release) => isSemver(versionInTag(release.tag)) && compareVersions(versionInTag(release.tag), version) < 0);
}
function newestBySemver(releases) {
    return releases
        .filter((release) => isSemver(versionInTag(release.tag)))
        .toSorted((a, b) => compareVersions(versionInTag(b.tag), versionInTag(a.tag)))[0];
}

// EXTERNAL MODULE: ../../packages/domain/lib/markdown.js
var markdown = __nccwpck_require__(928);
// EXTERNAL MODULE: ../../packages/domain/lib/commit.js
var lib_commit = __nccwpck_require__(272);
// EXTERNAL MODULE: ../../packages/domain/lib/image-reference.js
var image_reference = __nccwpck_require__(564);
// EXTERNAL MODULE: ../../packages/domain/lib/errors.js
var errors = __nccwpck_require__(306);
;// CONCATENATED MODULE: ./lib/asset-name.js
/**
 * The name under which a file is attached. GitHub renames assets on its own (special characters become dots, dots at
 * either end go), so the name is made safe before: checksums and manifest.json then name what people download.
 * https://docs.github.com/en/rest/releases/assets#upload-a-release-asset
 */
function assetName(fileName) {
    const dotted = fileName
        .normalize("NFKD")
        .replaceAll(/\p{M}/gu, "")
        .replaceAll(/[^0-9A-Za-z._+@-]+/g, ".")
        .replaceAll(/\.{2,}/g, ".")
        .replace(/\.$/, "");
    return dotted === "" || dotted.startsWith(".") ? `default${dotted}` : dotted;
}

;// CONCATENATED MODULE: ./lib/prepare-assets.js


/** GitHub takes no more: https://docs.github.com/en/repositories/releasing-projects-on-github/about-releases */
const MAX_ASSETS = 1000;
const CHECKSUM_ENDING = ".sha256";
/**
 * All assets, in the order in which they are uploaded: files, their checksums, and last the manifest. Throws for what
 * GitHub would refuse, so that nothing is created before: no file, an empty one, two of one name, too many.
 */
async function prepareAssets(inputs, ports) {
    const found = inputs.files === undefined ? [] : await ports.files.find(inputs.files);
    const files = found.map((file) => prepare("file", renamed(file, ports), ports));
    files.forEach(refuseEmpty);
    const checksums = inputs.checksums ? missingChecksums(files, ports) : [];
    const attached = [...files, ...checksums];
    refuseClashes(attached);
    refuseCrowd(attached.length + 1);
    return [...attached, prepare("manifest", manifestOf(inputs, attached), ports)];
}
/** `sha256sum -c` reads: 64 hex digits, two spaces, the name. */
function checksumLine({ name, digest }) {
    return `${digest.slice("sha256:".length)}  ${name}`;
}
function renamed({ name, content }, { log }) {
    const stored = assetName(name);
    if (stored !== name)
        log.notice(`${name} is attached as ${stored}: GitHub takes no other characters in asset names`);
    return { name: stored, content };
}
function prepare(kind, file, { digest }) {
    const { name, content } = file;
    return { kind, name, content, size: content.byteLength, digest: digest(content) };
}
/** A checksum file for each file but those that have one already, which must be right, and those that are one. */
function missingChecksums(files, ports) {
    return files
        .filter(({ name }) => !name.endsWith(CHECKSUM_ENDING))
        .flatMap((file) => {
        const name = `${file.name}${CHECKSUM_ENDING}`;
        const given = files.find((other) => other.name === name);
        if (given !== undefined)
            requireRight(file, given);
        const content = new TextEncoder().encode(`${checksumLine(file)}\n`);
        return given === undefined ? [prepare("checksum", { name, content }, ports)] : [];
    });
}
function requireRight(file, checksum) {
    const hex = file.digest.slice("sha256:".length);
    if (new TextDecoder().decode(checksum.content).toLowerCase().includes(hex))
        return;
    throw (0,errors/* configuration */.HF)("WRONG_CHECKSUM", `${checksum.name} does not hold the sha256 of ${file.name}, which is ${hex}`, "Make the checksum after the last change of the file, or leave it to this action.");
}
function refuseEmpty({ name, size }) {
    if (size > 0)
        return;
    throw (0,errors/* configuration */.HF)("EMPTY_FILE", `${name} has no bytes, and GitHub takes no empty asset`, "Check the step that makes the file, or leave the file out.");
}
function refuseClashes(assets) {
    const seen = new Set([RELEASE_MANIFEST_NAME]);
    for (const { name } of assets) {
        if (seen.has(name)) {
            throw (0,errors/* configuration */.HF)("DUPLICATE_ASSET", `Two files of the release would both be named ${name}`, "Give the files different base names; manifest.json is the release's own.");
        }
        seen.add(name);
    }
}
function refuseCrowd(count) {
    if (count <= MAX_ASSETS)
        return;
    throw (0,errors/* configuration */.HF)("TOO_MANY_ASSETS", `The release would have ${count} assets with checksums and manifest.json; GitHub takes ${MAX_ASSETS}`, "Attach fewer files, for instance one archive of them.");
}
function manifestOf(inputs, assets) {
    const text = renderReleaseManifest({
        schema: 1,
        tag: inputs.tag,
        version: versionInTag(inputs.tag),
        commit: inputs.commit,
        buildNumber: inputs.buildNumber,
        buildTime: inputs.buildTime,
        prerelease: inputs.prerelease,
        image: inputs.image === undefined ? undefined : (0,image_reference/* renderImageReference */.NL)(inputs.image),
        imageDigest: inputs.imageDigest,
        promotedFrom: inputs.promotedFrom,
        assets: assets.map(({ name, size, digest }) => ({ name, size, digest })),
    });
    return { name: RELEASE_MANIFEST_NAME, content: new TextEncoder().encode(text) };
}

;// CONCATENATED MODULE: ./lib/render-notes.js


/**
 * The notes: the given text, what the release stands for, checksums, installation, and the list of changes last, because
 * it is the one part that can be read elsewhere when the notes are cut. Text from elsewhere is made inert.
 */
function renderNotes(inputs, content) {
    const { given, assets, changes } = content;
    const sections = [given.notes, origin(inputs, content), checksums(assets), installation(given.install), changes];
    return sections.filter((section) => section !== "").join("\n\n");
}
function origin(inputs, { commit, repositoryUrl }) {
    const { image, imageDigest, promotedFrom, buildNumber, buildTime } = inputs;
    const link = `[${(0,markdown/* code */.aY)((0,lib_commit/* shortSha */.F)(inputs.commit))}](${repositoryUrl}/commit/${inputs.commit})`;
    const said = commit === undefined ? "" : `: ${(0,markdown/* escapeMarkdown */.FV)(commit.subject)}, by ${(0,markdown/* escapeMarkdown */.FV)(commit.author)}`;
    const digest = imageDigest === undefined ? "" : `, digest ${(0,markdown/* code */.aY)(imageDigest)}`;
    const beta = `[${(0,markdown/* code */.aY)(promotedFrom ?? "")}](${repositoryUrl}/releases/tag/${promotedFrom})`;
    const build = [buildNumber, buildTime].filter((part) => part !== undefined).map((part) => (0,markdown/* code */.aY)(part));
    return [
        "## Made of",
        "",
        `- Commit ${link}${said}`,
        ...(image === undefined ? [] : [`- Image ${(0,markdown/* code */.aY)((0,image_reference/* renderImageReference */.NL)(image))}${digest}`]),
        ...(promotedFrom === undefined ? [] : [`- Promoted from ${beta}`]),
        ...(build.length === 0 ? [] : [`- Build ${build.join(", ")}`]),
    ].join("\n");
}
/** The names were made safe before, so no line can end the block. */
function checksums(assets) {
    const files = assets.filter(({ kind }) => kind === "file");
    if (files.length === 0)
        return "";
    return ["## Checksums (SHA-256)", "", "```text", ...files.map(checksumLine), "```"].join("\n");
}
function installation(text) {
    if (text === "")
        return "";
    return /^#{1,6}\s/.test(text) ? text : `## Installation\n\n${text}`;
}

;// CONCATENATED MODULE: ./lib/gather-notes.js



/** The notes as the release will have them, cut where GitHub wants them shorter, which is then said in them and in the log. */
async function gatherNotes(inputs, { given, assets, releases }, ports) {
    const { repositoryUrl } = ports;
    const start = startOf(inputs, releases);
    const notes = renderNotes(inputs, {
        given,
        assets,
        repositoryUrl,
        commit: await ports.checkout.describe(inputs.commit),
        changes: inputs.generateNotes ? await listChanges(inputs.tag, start, ports) : "",
    });
    const kept = (0,cut_notes/* cutNotes */.G)(notes, changesUrl(inputs, start, repositoryUrl));
    if (kept !== notes)
        ports.log.warning(`the notes were cut from ${notes.length} to ${kept.length} characters`);
    return kept;
}
function startOf({ tag, prerelease, previousTag: given }, releases) {
    return given === undefined ? previousTag(tag, prerelease, releases) : { kind: "tag", tag: given };
}
async function listChanges(tag, start, { releases, repositoryUrl }) {
    switch (start.kind) {
        case "tag":
            return releases.generateNotes(tag, start.tag);
        case "beginning":
            return releases.generateNotes(tag, undefined);
        case "first":
            return `## What's Changed\n\nThere is no earlier release of this kind to compare with. All commits: ${repositoryUrl}/commits/${tag}`;
    }
}
function changesUrl({ tag, commit, generateNotes }, start, repository) {
    const compares = generateNotes && start.kind === "tag";
    return compares ? `${repository}/compare/${start.tag}...${tag}` : `${repository}/commit/${commit}`;
}

;// CONCATENATED MODULE: ./lib/given-texts.js


/** No text that GitHub takes has more bytes: a character has four at most. */
const MAX_BYTES = cut_notes/* MAX_NOTES */.j * 4;
/** The caller's own texts, from inputs or files. Throws when a file is missing, or longer than any notes may be. */
async function readGivenTexts(inputs, ports) {
    const { notes, notesFile, installNotes, installNotesFile } = inputs;
    return {
        notes: notes ?? (await readText("notes-file", notesFile, ports)),
        install: installNotes ?? (await readText("install-notes-file", installNotesFile, ports)),
    };
}
async function readText(input, path, { files }) {
    if (path === undefined)
        return "";
    const text = await files.readText(path, MAX_BYTES);
    if (text === undefined) {
        throw (0,errors/* configuration */.HF)("NO_NOTES_FILE", `${input} "${path}" is not in the workspace`, "Check the path, relative to the repository's root.");
    }
    if (text.length <= cut_notes/* MAX_NOTES */.j)
        return text.trim();
    throw (0,errors/* configuration */.HF)("NOTES_TOO_LONG", `${input} "${path}" has ${text.length} characters; GitHub takes ${cut_notes/* MAX_NOTES */.j}`, "Shorten it, or attach it as a file of the release.");
}

;// CONCATENATED MODULE: ../../packages/domain/lib/clock.js
/** Sets a deadline `seconds` from now on the clock given. */
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
/** `95 s`, `4 min 5 s`: a duration for people, rounded to whole seconds. */
function renderDuration(ms) {
    const seconds = Math.round(ms / 1000);
    if (seconds < 120)
        return `${seconds} s`;
    const minutes = Math.floor(seconds / 60);
    const rest = seconds % 60;
    return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
}

// EXTERNAL MODULE: ../../packages/domain/lib/retry.js
var retry = __nccwpck_require__(467);
;// CONCATENATED MODULE: ./lib/resolve-write.js

const TRIES = 6;
const BASE_MS = 1000;
/** Milliseconds; long enough for several of the waits of a minute that GitHub's secondary limits ask for. */
const BUDGET_MS = 10 * 60_000;
/** GitHub also refuses what an earlier try has brought about already; what is refused again after reading is refused. */
const REFUSALS = 3;
/**
 * Does a write whose answer may be lost. Every try after the first begins with reading what is there, waits as long as
 * GitHub asks for, and all of them together stay below ten minutes; then the last failure is thrown.
 */
async function resolveWrite({ write, readBack }, { clock, random, signal, log }) {
    let failure;
    let refusals = 0;
    const attempt = async () => {
        if (failure !== undefined) {
            log.warning(`${failure instanceof Error ? failure.message : "a write failed"}; going on from what is there`);
            const there = await readBack();
            if (there !== undefined)
                return there;
        }
        try {
            return await write();
        }
        catch (error) {
            failure = error;
            throw error;
        }
    };
    const judge = (error) => {
        if (!(error instanceof errors/* FairwayError */.q2) || error.kind !== "upstream")
            return { kind: "give-up" };
        refusals += error.code === "GITHUB_REFUSED" ? 1 : 0;
        if (error.retryAfterMs !== undefined)
            log.info(`GitHub asks to wait ${renderDuration(error.retryAfterMs)}`);
        return refusals < REFUSALS ? { kind: "again", notBeforeMs: error.retryAfterMs } : { kind: "give-up" };
    };
    return (0,retry/* retry */.L)(attempt, { clock, random, signal, judge, attempts: TRIES, baseMs: BASE_MS, budgetMs: BUDGET_MS });
}

;// CONCATENATED MODULE: ./lib/make-draft.js

/** Milliseconds after which GitHub's list has what was written, as a rule; the list may lag behind. */
const SETTLE_MS = 2000;
/**
 * Makes a draft, once. When the answer is lost the list is read, and after a pause read again, before another is sent. From
 * the answer on the draft is known by its id, and nothing makes a second one.
 */
async function makeDraft(wanted, ports) {
    const { releases, log } = ports;
    let sent = 0;
    const draft = await resolveWrite({
        write: () => {
            sent += 1;
            return releases.createDraft(wanted);
        },
        readBack: async () => oldestDraft(wanted.tag, await listSettled(wanted.tag, ports)),
    }, ports);
    log.info(`created a draft of ${wanted.tag}`);
    return { draft, repeated: sent > 1 };
}
/** All releases. A list without one of this tag is read a second time after a pause, since it may be an old one. */
async function listSettled(tag, ports) {
    const first = await ports.releases.all();
    if (first.some((release) => release.tag === tag))
        return first;
    await ports.clock.sleep(SETTLE_MS, ports.signal);
    return ports.releases.all();
}
function oldestDraft(tag, releases) {
    return releases.filter((release) => release.draft && release.tag === tag).toSorted((a, b) => a.id - b.id)[0];
}

;// CONCATENATED MODULE: ./lib/plan-release.js
/** A tag names one commit for ever. */
function planTag(tag, commit, state) {
    if (state.kind === "free")
        return { kind: "claim" };
    if (state.by === commit)
        return { kind: "keep" };
    return { kind: "refuse", reason: `the tag ${tag} names commit ${state.by}, the release is to be made of ${commit}` };
}
/**
 * What is to be done, from the releases that carry the tag. A published release is never touched: it is complete and the
 * same, or the request is refused. Of several drafts the oldest that fits is resumed.
 */
function planRelease(wanted, prerelease, found) {
    const published = found.find(({ draft }) => !draft);
    if (published !== undefined)
        return judgePublished(wanted, prerelease, published);
    const drafts = found.toSorted((a, b) => a.id - b.id);
    const draft = drafts.find((one) => fits(wanted, one)) ?? drafts.find((one) => foreign(wanted, one).length === 0);
    if (draft !== undefined)
        return resume(wanted, draft, drafts);
    const [first] = drafts;
    return first === undefined ? { kind: "create" } : { kind: "refuse", reason: foreignReason(wanted, first) };
}
/** Whether an asset is the wanted one: the digest decides; an older server that tells none leaves the size. */
function isSame(wanted, asset) {
    if (asset.name !== wanted.name || asset.state !== "uploaded")
        return false;
    return asset.digest === undefined ? asset.size === wanted.size : asset.digest === wanted.digest;
}
/**
 * Whether a draft beside the published release was made by a run like this one and left without content: same tag, name and
 * notes, no asset. Only such a draft is deleted; any other may be somebody's work.
 */
function isEmptyTwin(release, other) {
    const same = other.tag === release.tag && other.name === release.name && other.notes === release.notes;
    return same && other.draft && other.id !== release.id && other.assets.length === 0;
}
/** Whether all that the draft holds is wanted. */
function fits(wanted, { assets }) {
    return assets.every((asset) => wanted.some((one) => isSame(one, asset)));
}
/** Complete assets of names that are not asked for. No broken upload leaves such, so they are not ours to delete. */
function foreign(wanted, { assets }) {
    return assets.filter((asset) => asset.state === "uploaded" && !wanted.some(({ name }) => name === asset.name));
}
function foreignReason(wanted, draft) {
    const names = foreign(wanted, draft).map(({ name }) => name);
    return `the draft of ${draft.tag} (${draft.htmlUrl}) holds what is not asked for: ${names.join(", ")}`;
}
function resume(wanted, draft, drafts) {
    return {
        kind: "resume",
        draft,
        remove: draft.assets.filter((asset) => !wanted.some((one) => isSame(one, asset))),
        upload: wanted.filter((one) => !draft.assets.some((asset) => isSame(one, asset))).map(({ name }) => name),
        others: drafts.filter(({ id }) => id !== draft.id),
    };
}
function judgePublished(wanted, prerelease, release) {
    const kind = (isPrerelease) => (isPrerelease ? "a prerelease" : "a full release");
    if (release.prerelease !== prerelease) {
        return {
            kind: "refuse",
            reason: `${release.tag} is published as ${kind(release.prerelease)}, ${kind(prerelease)} is asked for`,
        };
    }
    const differing = wanted.filter((one) => !release.assets.some((asset) => isSame(one, asset))).map(({ name }) => name);
    const surplus = release.assets.filter(({ name }) => !wanted.some((one) => one.name === name)).map(({ name }) => name);
    if (differing.length === 0 && surplus.length === 0)
        return { kind: "unchanged", release };
    const parts = [list("missing or different", differing), list("not asked for", surplus)].filter((part) => part !== "");
    return { kind: "refuse", reason: `${release.tag} is published with other content (${parts.join("; ")})` };
}
function list(what, names) {
    return names.length === 0 ? "" : `${what}: ${names.join(", ")}`;
}

;// CONCATENATED MODULE: ./lib/report.js

/** The result of a run that ended green. */
function report(release, inputs, outcome, steps) {
    const assets = (release?.assets ?? []).map(({ name, size, digest }) => ({ name, size, digest }));
    return {
        outputs: {
            "release-id": release === undefined ? "" : String(release.id),
            "html-url": release?.htmlUrl ?? "",
            tag: inputs.tag,
            commit: inputs.commit,
            assets: JSON.stringify(assets),
            outcome,
        },
        steps,
    };
}
/** The error for a request that contradicts what is there. */
function conflict(reason) {
    return (0,errors/* refusal */.x5)("RELEASE_CONFLICT", `The release is refused: ${reason}`, "A published release and its tag never change. Release another version, or make the request match what is there.");
}

;// CONCATENATED MODULE: ./lib/plan-only.js


/** The dry run: all the reads and decisions, none of the writes. Throws what the real run would be refused for. */
async function planOnly(inputs, assets, ports) {
    const { tag, commit, prerelease } = inputs;
    const by = await ports.tags.commitOf(tag);
    const tagPlan = planTag(tag, commit, by === undefined ? { kind: "free" } : { kind: "taken", by });
    if (tagPlan.kind === "refuse")
        throw conflict(tagPlan.reason);
    const releases = await ports.releases.all();
    const plan = planRelease(assets, prerelease, releases.filter((release) => release.tag === tag));
    if (plan.kind === "refuse")
        throw conflict(plan.reason);
    const steps = stepsOf(inputs, tagPlan.kind, plan, assets);
    for (const step of steps)
        ports.log.info(`plan: ${step}`);
    return report(plan.kind === "unchanged" ? plan.release : undefined, inputs, "planned", steps);
}
function stepsOf({ tag, commit, prerelease }, tagPlan, plan, assets) {
    if (plan.kind === "unchanged")
        return ["Nothing to do: the release is there, complete and the same."];
    return [
        tagPlan === "claim" ? `Claim the tag ${tag} for ${commit}.` : `Keep the tag ${tag}, which names ${commit}.`,
        plan.kind === "create" ? "Create a draft." : `Resume the draft ${plan.draft.id}.`,
        `Attach ${assets.map(({ name }) => name).join(", ")}.`,
        `Publish it as a ${prerelease ? "prerelease" : "full release"}.`,
    ];
}

;// CONCATENATED MODULE: ./lib/publish-draft.js



/**
 * Publishes a draft and reads the answer like any other: what the world sees must be what was asked. When another run has
 * published the tag meanwhile, the answer is that release, if it is the same.
 */
async function publishDraft({ draft, wanted, assets, latest }, ports) {
    const { releases } = ports;
    const published = await resolveWrite({
        write: () => releases.publish(draft.id, latest, wanted),
        readBack: async () => {
            const own = await releases.byId(draft.id);
            if (own?.draft === false)
                return own;
            return (await releases.all()).find((release) => release.tag === wanted.tag && !release.draft);
        },
    }, ports);
    const verdict = planRelease(assets, wanted.prerelease, [published]);
    if (verdict.kind === "unchanged")
        return published;
    const reason = verdict.kind === "refuse" ? verdict.reason : "it still is a draft";
    throw (0,errors/* upstream */.a4)("NOT_PUBLISHED", `GitHub took the publication of ${published.tag}, but ${reason}`);
}
/**
 * Deletes drafts that runs like this one left beside the published release. Each is read again before; what is not empty
 * or not the same is left, and told. A deletion that fails does not change that the release is out.
 */
async function removeTwins(release, { made, find }, { releases, log, signal }) {
    try {
        const drafts = (await find()).filter((draft) => draft.draft && draft.id !== release.id);
        for (const { id, htmlUrl } of drafts) {
            const draft = await releases.byId(id);
            if (draft?.draft !== true)
                continue;
            if (id === made || isEmptyTwin(release, draft))
                await releases.deleteDraft(id);
            else
                log.warning(`another draft of ${release.tag} is left as it is: ${htmlUrl}`);
        }
    }
    catch (error) {
        if (signal.aborted)
            throw error;
        log.warning(`drafts beside ${release.tag} may be left: ${(0,errors/* causeChain */.DD)(error).join(": ")}`);
    }
}

;// CONCATENATED MODULE: ./lib/upload-assets.js



/** More at once meets GitHub's secondary limits: https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api */
const UPLOADS_AT_ONCE = 2;
/**
 * Uploads assets to a draft, two at a time in the order given, the manifest alone and last, so that a manifest is never
 * there without what it names. A failed upload is resolved by reading the draft: what arrived whole is kept, what is
 * half-made is deleted first.
 */
async function uploadAssets(draft, assets, ports) {
    const upload = (asset) => uploadOne(draft, asset, ports);
    await inLanes(assets.filter(({ kind }) => kind !== "manifest"), upload);
    await inLanes(assets.filter(({ kind }) => kind === "manifest"), upload);
}
/** After a failure no further item is started, and those under way are waited for: nothing is in flight when it is told. */
async function inLanes(items, work) {
    const queue = items.values();
    let failed = false;
    const lane = async () => {
        for (const item of queue) {
            if (failed)
                return;
            try {
                await work(item);
            }
            catch (error) {
                failed = true;
                throw error;
            }
        }
    };
    const ends = await Promise.allSettled(Array.from({ length: UPLOADS_AT_ONCE }, lane));
    for (const end of ends)
        if (end.status === "rejected")
            throw end.reason;
}
async function uploadOne(draft, asset, ports) {
    const { releases, log } = ports;
    await resolveWrite({
        write: async () => {
            const uploaded = await releases.upload(draft, asset.name, asset.content);
            requireWhole(asset, uploaded);
            return uploaded;
        },
        readBack: async () => {
            const there = (await releases.byId(draft.id))?.assets.find(({ name }) => name === asset.name);
            if (there === undefined || isSame(asset, there))
                return there;
            log.info(`removing ${there.name} (${there.state}, ${there.size} bytes), which did not arrive whole`);
            await releases.deleteAsset(there);
            return undefined;
        },
    }, ports);
    log.info(`uploaded ${asset.name} (${asset.size} bytes)`);
}
function requireWhole(asset, uploaded) {
    if (uploaded.name !== asset.name) {
        throw (0,errors/* refusal */.x5)("ASSET_RENAMED", `GitHub keeps ${asset.name} as ${uploaded.name}, so the checksums would name a file that is not there`, `Rename the file to ${uploaded.name} before.`);
    }
    if (isSame(asset, uploaded))
        return;
    throw (0,errors/* upstream */.a4)("BAD_UPLOAD", `GitHub holds ${uploaded.name} with ${uploaded.size} bytes, state ${uploaded.state}; ${asset.size} bytes were sent`);
}

;// CONCATENATED MODULE: ./lib/create-release.js











/**
 * Publishes a release in the one order that never shows a half-made one: claim the tag, make a draft, upload, verify every
 * digest, publish. A write that failed is resolved by reading what is there; a re-run resumes or finds all done.
 */
async function createRelease(inputs, ports) {
    const given = await readGivenTexts(inputs, ports);
    const assets = await prepareAssets(inputs, ports);
    if (inputs.dryRun)
        return planOnly(inputs, assets, ports);
    const releases = await readReleases(inputs, await claimTag(inputs, ports), ports);
    const plan = planRelease(assets, inputs.prerelease, releases.filter(({ tag }) => tag === inputs.tag));
    switch (plan.kind) {
        case "refuse":
            throw conflict(plan.reason);
        case "unchanged":
            ports.log.info(`${inputs.tag} is published and complete; nothing to do`);
            return report(plan.release, inputs, "unchanged", ["The release was there already, complete and the same."]);
        case "create":
        case "resume":
            return bringAbout(inputs, { plan, releases, content: { assets, given } }, ports);
    }
}
/** Whether this run claimed the tag. A lost answer is resolved by claiming again, which finds the first claim. */
async function claimTag({ tag, commit }, ports) {
    const write = () => ports.tags.claim(tag, commit);
    const claim = await resolveWrite({ write, readBack: () => Promise.resolve(undefined) }, ports);
    if (claim.kind === "claimed") {
        ports.log.info(`claimed the tag ${tag} for ${commit}`);
        return true;
    }
    const plan = planTag(tag, commit, claim);
    if (plan.kind === "refuse")
        throw conflict(plan.reason);
    ports.log.info(`the tag ${tag} names ${commit} already`);
    return false;
}
/** The releases as far as they are needed: a tag that was claimed this moment has none yet. */
async function readReleases({ tag, prerelease, generateNotes, makeLatest }, claimed, ports) {
    if (!claimed)
        return listSettled(tag, ports);
    return generateNotes || (makeLatest === "auto" && !prerelease) ? ports.releases.all() : [];
}
async function bringAbout(inputs, { plan, releases, content }, ports) {
    const { assets, given } = content;
    const { tag, name = tag, prerelease } = inputs;
    const wanted = {
        tag,
        name,
        prerelease,
        notes: await gatherNotes(inputs, { given, assets, releases }, ports),
    };
    const { draft, twins } = await takeDraft(plan, wanted, ports);
    const missing = plan.kind === "create" ? assets : assets.filter((asset) => plan.upload.includes(asset.name));
    await uploadAssets(draft, missing, ports);
    const latest = becomesLatest(inputs, releases);
    const published = await publishDraft({ draft, wanted, assets, latest }, ports);
    await removeTwins(published, twins, ports);
    return told(inputs, { published, latest, how: outcomeOf(plan, draft, published) }, ports);
}
async function takeDraft(plan, wanted, ports) {
    const { releases, log } = ports;
    if (plan.kind === "create") {
        const { draft, repeated } = await makeDraft(wanted, ports);
        const ofTag = async () => (await releases.all()).filter(({ tag }) => tag === wanted.tag);
        return { draft, twins: { made: draft.id, find: repeated ? ofTag : () => Promise.resolve([draft]) } };
    }
    log.info(`resuming the draft of ${wanted.tag}`);
    for (const asset of plan.remove) {
        log.info(`removing ${asset.name} (${asset.state}), which is not what this release has`);
        await releases.deleteAsset(asset);
    }
    return { draft: plan.draft, twins: { made: undefined, find: () => Promise.resolve([plan.draft, ...plan.others]) } };
}
function becomesLatest({ tag, prerelease, makeLatest }, releases) {
    if (prerelease)
        return false;
    return makeLatest === "auto" ? isNewest(tag, releases) : makeLatest === "true";
}
function outcomeOf(plan, draft, published) {
    if (published.id !== draft.id)
        return "unchanged";
    return plan.kind === "create" ? "created" : "resumed";
}
function told(inputs, { published, latest, how }, { log }) {
    if (how === "unchanged") {
        log.info(`another run published ${inputs.tag} meanwhile, complete and the same: ${published.htmlUrl}`);
        return report(published, inputs, how, ["Another run published the release meanwhile, complete and the same."]);
    }
    log.info(`published ${inputs.tag}${latest ? " as the latest release" : ""}: ${published.htmlUrl}`);
    return report(published, inputs, how, [
        `Tag ${inputs.tag} names ${inputs.commit}.`,
        `${published.assets.length} files attached, each verified by digest.`,
        latest ? "It is the latest release." : "It is not marked as latest.",
    ]);
}


/***/ }),

/***/ 271:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ cutNotes),
/* harmony export */   j: () => (/* binding */ MAX_NOTES)
/* harmony export */ });
/** GitHub refuses longer notes. https://docs.github.com/en/rest/releases/releases#create-a-release */
const MAX_NOTES = 125_000;
/** A line that opens or closes a block of code: https://spec.commonmark.org/0.31.2/#fenced-code-blocks */
const FENCE = /^ {0,3}(`{3,}|~{3,})(.*)$/;
const LONGEST_FENCE = 100;
/**
 * The notes as GitHub takes them. Longer ones end at a line end, with a line that says so and where the rest is; a block of
 * code that the cut leaves open is closed first, or that line would be code.
 */
function cutNotes(notes, wholeAt, max = MAX_NOTES) {
    if (notes.length <= max)
        return notes;
    const ending = `\n\nThese notes were cut: GitHub takes at most ${max} characters. The whole is at ${wholeAt}.\n`;
    const kept = atLineEnd(notes.slice(0, max - ending.length - LONGEST_FENCE - 1));
    const fence = openFence(kept);
    return `${kept}${fence === undefined ? "" : `\n${fence}`}${ending}`;
}
/** Without its last, incomplete line; a text of one line is cut where it is, never in the middle of a character. */
function atLineEnd(text) {
    const end = text.lastIndexOf("\n");
    return end > 0 ? text.slice(0, end) : text.replace(/[\uD800-\uDBFF]$/, "");
}
function openFence(text) {
    let open;
    for (const line of text.split("\n")) {
        const [, fence = "", rest = ""] = FENCE.exec(line) ?? [];
        if (fence === "" || fence.length > LONGEST_FENCE)
            continue;
        if (open === undefined)
            open = opens(fence, rest) ? fence : undefined;
        else if (closes(open, fence, rest))
            open = undefined;
    }
    return open;
}
function opens(fence, rest) {
    return fence.startsWith("~") || !rest.includes("`");
}
function closes(open, fence, rest) {
    return fence[0] === open[0] && fence.length >= open.length && rest.trim() === "";
}


/***/ }),

/***/ 682:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ev: () => (/* binding */ publisherToken),
/* harmony export */   OA: () => (/* binding */ fields),
/* harmony export */   sw: () => (/* binding */ checkInputs)
/* harmony export */ });
/* harmony import */ var _fairway_domain__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(784);
/* harmony import */ var _fairway_domain__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(272);
/* harmony import */ var _fairway_domain__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(564);
/* harmony import */ var _fairway_domain__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(441);
/* harmony import */ var _cut_notes_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(271);


const tag = (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
    max: 128,
    // What git, Docker and URLs all take; ".." and ".lock" are git's own exceptions.
    pattern: /^(?!.*\.\.)(?!.*\.lock$)[0-9A-Za-z](?:[0-9A-Za-z._-]*[0-9A-Za-z_-])?$/,
    rule: 'a tag that git, registries and URLs take: letters, digits and . _ -, no "..", not ending in a dot or .lock',
});
const buildNumber = (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
    max: 64,
    pattern: /^[0-9A-Za-z][0-9A-Za-z._+-]*$/,
    rule: "a build number: letters, digits and . _ + -, such as 1042",
});
const buildTime = (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
    max: 40,
    pattern: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/,
    rule: "a time in UTC such as 2026-01-31T12:00:00Z, as compute-beta-tag tells it",
});
const fields = {
    tag,
    commit: (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .parsedBy */ .f3)(_fairway_domain__WEBPACK_IMPORTED_MODULE_1__/* .parseCommitSha */ .t),
    name: (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ max: 200 })),
    prerelease: (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)(),
    files: (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .lines */ .Mn)((0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ max: 500 }))),
    checksums: (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)(),
    notes: (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .paragraph */ .FY)(_cut_notes_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_NOTES */ .j)),
    "notes-file": (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ max: 500 })),
    "install-notes": (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .paragraph */ .FY)(_cut_notes_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_NOTES */ .j)),
    "install-notes-file": (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ max: 500 })),
    "generate-notes": (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)(),
    "previous-tag": (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(tag),
    image: (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .parsedBy */ .f3)(_fairway_domain__WEBPACK_IMPORTED_MODULE_3__/* .parseImageReference */ .o_)),
    "image-digest": (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .parsedBy */ .f3)(_fairway_domain__WEBPACK_IMPORTED_MODULE_4__/* .parseDigest */ .m)),
    "promoted-from": (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(tag),
    "build-number": (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(buildNumber),
    "build-time": (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(buildTime),
    "make-latest": (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)("auto", "true", "false"),
    "dry-run": (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)(),
    "github-token": (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .secret */ .rJ)(),
    "tag-token": (0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .secret */ .rJ)()),
};
/** A text has one source, a prerelease is never the latest, and a digest is nothing without its image. */
function checkInputs(inputs) {
    const { notes, installNotes, prerelease, makeLatest, image, imageDigest, previousTag, generateNotes } = inputs;
    const rules = [
        [bothGiven(notes, inputs.notesFile), "notes-file", "contradicts notes; give one of them"],
        [
            bothGiven(installNotes, inputs.installNotesFile),
            "install-notes-file",
            "contradicts install-notes; give one of them",
        ],
        [
            prerelease && makeLatest === "true",
            "make-latest",
            "true contradicts prerelease: true; GitHub never marks a prerelease as latest",
        ],
        [
            imageDigest !== undefined && image === undefined,
            "image-digest",
            "needs image, the reference that the digest belongs to",
        ],
        [previousTag !== undefined && !generateNotes, "previous-tag", "has no effect without generate-notes: true"],
    ];
    return rules.flatMap(([broken, input, message]) => (broken ? [{ input, message }] : []));
}
/** The token that creates tag and release, when it is another one than reads and uploads. */
function publisherToken({ tagToken, githubToken }) {
    return tagToken ?? githubToken;
}
function bothGiven(text, file) {
    return text !== undefined && file !== undefined;
}


/***/ }),

/***/ 586:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _fairway_action_kit__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(409);
/* harmony import */ var _fairway_action_kit__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(910);
/* harmony import */ var _create_release_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(668);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(682);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(451);




await (0,_fairway_action_kit__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .C)({
    name: "create-release",
    fields: _inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .fields */ .OA,
    check: _inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .checkInputs */ .sw,
    execute: async (inputs, { clock, context, digest, log, random, signal }) => {
        const [{ createHttpTransport }, { connectGitHub, openReleases, openTags }, { openCheckout }] = await Promise.all([
            __nccwpck_require__.e(/* import() */ 157).then(__nccwpck_require__.bind(__nccwpck_require__, 157)),
            Promise.all(/* import() */[__nccwpck_require__.e(946), __nccwpck_require__.e(41)]).then(__nccwpck_require__.bind(__nccwpck_require__, 41)),
            __nccwpck_require__.e(/* import() */ 474).then(__nccwpck_require__.bind(__nccwpck_require__, 93)),
        ]);
        const { apiUrl, repository, serverUrl, workspace } = context;
        const options = { apiUrl, repository, http: createHttpTransport(), clock, log, random, signal };
        const github = connectGitHub({ ...options, token: inputs.githubToken });
        const publisher = connectGitHub({ ...options, token: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .publisherToken */ .Ev)(inputs) });
        return (0,_create_release_js__WEBPACK_IMPORTED_MODULE_2__/* .createRelease */ .Y)(inputs, {
            files: (0,_fairway_action_kit__WEBPACK_IMPORTED_MODULE_3__/* .openWorkspace */ .O)(workspace),
            checkout: openCheckout(workspace),
            releases: openReleases(github, publisher),
            tags: openTags(publisher),
            repositoryUrl: `${serverUrl}/${repository}`,
            digest,
            clock,
            random,
            log,
            signal,
        });
    },
    render: _summary_js__WEBPACK_IMPORTED_MODULE_4__/* .renderSummary */ .B,
});

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 451:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ renderSummary)
/* harmony export */ });
/* harmony import */ var _fairway_domain__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(928);

/** The job summary: the release, and what was done or would be. */
function renderSummary({ outputs, steps }) {
    const link = outputs["html-url"] === "" ? "" : `\n${(0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(outputs["html-url"])}\n`;
    const list = steps.map((step) => `- ${(0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(step)}`).join("\n");
    return `### Release ${(0,_fairway_domain__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(outputs.tag)}: ${outputs.outcome}\n${link}\n${list}\n`;
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

// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
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
    process.stdout.write(cmd.toString() + external_os_.EOL);
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
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(896);
;// CONCATENATED MODULE: ../../node_modules/.pnpm/@actions+core@3.0.1_patch_hash=06a25f6228d4672c45384547bac6c48992b28e43a7b4e306d29b073d1d6b338a/node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${utils_toCommandValue(message)}${external_os_.EOL}`, {
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
    return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
// EXTERNAL MODULE: external "path"
var external_path_ = __nccwpck_require__(547);
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
    process.stdout.write(external_os_.EOL);
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
    process.stdout.write(message + external_os_.EOL);
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

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(455);
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
    await (0,promises_.appendFile)(file, `${content}\n`);
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

/***/ 910:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  O: () => (/* binding */ openWorkspace)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(455);
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");
// EXTERNAL MODULE: ../../packages/domain/lib/errors.js
var errors = __nccwpck_require__(306);
;// CONCATENATED MODULE: ../../packages/action-kit/lib/workspace.js



/** GitHub refuses a larger asset, and Node cannot hold one: https://docs.github.com/en/repositories/releasing-projects-on-github/about-releases */
const MAX_FILE_BYTES = 2 * 1024 * 1024 * 1024 - 1;
/** Opens the folder that the runner checked out into. */
function openWorkspace(root) {
    return {
        readText: async (path, maxBytes) => {
            const file = await locate(root, path);
            return file === undefined ? undefined : decode(path, await readAtMost(file, path, maxBytes));
        },
        find: async (patterns) => {
            const found = await Promise.all(patterns.map((pattern) => match(root, pattern)));
            const paths = [...new Set(found.flat())].toSorted();
            return Promise.all(paths.map((path) => readWhole(root, path)));
        },
    };
}
async function match(root, pattern) {
    if ((0,external_node_path_namespaceObject.isAbsolute)(pattern))
        throw outside(pattern);
    const paths = [];
    for await (const entry of (0,promises_.glob)(pattern, { cwd: root, withFileTypes: true })) {
        if (!entry.isDirectory())
            paths.push((0,external_node_path_namespaceObject.relative)(root, (0,external_node_path_namespaceObject.join)(entry.parentPath, entry.name)));
    }
    if (paths.length > 0)
        return paths;
    throw (0,errors/* configuration */.HF)("NO_FILE", `"${pattern}" finds no file in the workspace`, "Check the pattern, relative to the repository's root, and that the step which makes the file ran before.");
}
async function readWhole(root, path) {
    const file = await locate(root, path);
    if (file === undefined)
        throw (0,errors/* configuration */.HF)("NO_FILE", `"${path}" was there and is gone`);
    return { name: (0,external_node_path_namespaceObject.basename)(path), content: await readAtMost(file, path, MAX_FILE_BYTES) };
}
/** The file's real place, which must be below the workspace's real place: a symbolic link may not lead out. */
async function locate(root, path) {
    if ((0,external_node_path_namespaceObject.isAbsolute)(path))
        throw outside(path);
    const base = await (0,promises_.realpath)(root);
    const file = await (0,promises_.realpath)((0,external_node_path_namespaceObject.resolve)(base, path)).catch(() => undefined);
    const from = (0,external_node_path_namespaceObject.relative)(base, file ?? (0,external_node_path_namespaceObject.resolve)(base, path));
    if (from === ".." || from.startsWith(`..${external_node_path_namespaceObject.sep}`) || (0,external_node_path_namespaceObject.isAbsolute)(from))
        throw outside(path);
    return file;
}
async function readAtMost(file, path, maxBytes) {
    const handle = await (0,promises_.open)(file, "r");
    try {
        const { size } = await handle.stat();
        if (size > maxBytes)
            throw (0,errors/* configuration */.HF)("FILE_TOO_LARGE", `"${path}" has ${size} bytes, at most ${maxBytes} are read`);
        const bytes = await handle.readFile();
        return bytes;
    }
    finally {
        await handle.close();
    }
}
/** Strict UTF-8; a byte order mark is dropped, UTF-16 and binary files are refused by name. */
function decode(path, bytes) {
    const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    if (utf16)
        throw (0,errors/* configuration */.HF)("NOT_UTF8", `"${path}" is UTF-16; save it as UTF-8`);
    try {
        return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    }
    catch (error) {
        throw (0,errors/* configuration */.HF)("NOT_UTF8", `"${path}" is not UTF-8 text (${error instanceof Error ? error.message : "decoding failed"})`);
    }
}
function outside(path) {
    return (0,errors/* configuration */.HF)("OUTSIDE_WORKSPACE", `"${path}" leads out of the workspace`, "Name a file of the checked-out repository, relative to its root.");
}


/***/ }),

/***/ 272:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ shortSha),
/* harmony export */   t: () => (/* binding */ parseCommitSha)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(306);

/** Reads a full commit SHA; a branch name or a short SHA can move or grow ambiguous and is refused. */
function parseCommitSha(text) {
    if (/^[0-9a-f]{40}$/.test(text))
        return text;
    throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .configuration */ .HF)("BAD_COMMIT", `"${text}" is not a full commit SHA: 40 lower-case hex digits are expected`);
}
/** The first seven digits, exactly: asking git instead would silently give eight in a large repository. */
function shortSha(commit) {
    return commit.slice(0, 7);
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

/***/ 564:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   NL: () => (/* binding */ renderImageReference),
/* harmony export */   o_: () => (/* binding */ parseImageReference)
/* harmony export */ });
/* unused harmony export isTagName */
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(441);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(306);


const TAG = /^\w[\w.-]{0,127}$/;
const REPOSITORY = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
const HOST = /^(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*(?::\d{1,5})?$/;
/** Whether `text` may be a tag: https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests */
function isTagName(text) {
    return TAG.test(text);
}
/**
 * Reads an image reference by the grammar of https://github.com/distribution/reference. The first part is a host when it
 * has a dot or a colon or is `localhost`, as for `docker pull`. Throws a configuration error that names the part at fault.
 */
function parseImageReference(text) {
    const [beforeDigest = "", digest, ...more] = text.split("@");
    const { name, tag } = splitTag(beforeDigest);
    const { registry, repository } = splitHost(name);
    const problem = problemOfText(text) ??
        problemOfTag(tag) ??
        problemOfDigest(digest, more.length) ??
        problemOfName(registry, repository);
    if (problem !== undefined)
        throw notAnImage(text, problem);
    return { registry, repository, tag, digest: digest };
}
/** `registry/repository:tag@digest` with the parts that are there. Docker Hub's images are written in full. */
function renderImageReference(image) {
    const tag = image.tag === undefined ? "" : `:${image.tag}`;
    const digest = image.digest === undefined ? "" : `@${image.digest}`;
    return `${image.registry}/${image.repository}${tag}${digest}`;
}
function splitTag(text) {
    const colon = text.lastIndexOf(":");
    if (colon <= text.lastIndexOf("/"))
        return { name: text, tag: undefined };
    return { name: text.slice(0, colon), tag: text.slice(colon + 1) };
}
function splitHost(name) {
    const slash = name.indexOf("/");
    const first = slash === -1 ? "" : name.slice(0, slash);
    const isHost = first === "localhost" || /[.:]/.test(first);
    if (!isHost)
        return { registry: "docker.io", repository: slash === -1 ? `library/${name}` : name };
    if (first === "index.docker.io")
        return splitHost(`docker.io/${name.slice(slash + 1)}`);
    return { registry: first, repository: name.slice(slash + 1) };
}
function problemOfText(text) {
    if (text.length > 512)
        return "it is longer than 512 characters";
    return /\s/.test(text) ? "it has white space in it" : undefined;
}
function problemOfTag(tag) {
    return tag === undefined || isTagName(tag) ? undefined : `"${tag}" is not a tag`;
}
function problemOfDigest(digest, surplus) {
    const fits = surplus === 0 && (digest === undefined || (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)(digest));
    return fits ? undefined : 'what follows "@" is not a sha256 digest';
}
function problemOfName(registry, repository) {
    if (!HOST.test(registry))
        return `"${registry}" is not a host`;
    if (repository.length <= 255 && REPOSITORY.test(repository))
        return undefined;
    return `"${repository}" is not a repository name: lower-case letters and digits, with single . _ - between them`;
}
function notAnImage(text, reason) {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .configuration */ .HF)("BAD_IMAGE", `"${text.slice(0, 100)}" is not an image reference: ${reason}`, "Write it as registry/repository:tag, for example ghcr.io/acme/shop:1.4.0.");
}


/***/ }),

/***/ 784:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FY: () => (/* binding */ paragraph),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   TL: () => (/* binding */ parseInputs),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   f3: () => (/* binding */ parsedBy),
/* harmony export */   lq: () => (/* binding */ optional),
/* harmony export */   rJ: () => (/* binding */ secret)
/* harmony export */ });
/* unused harmony exports integer, decimal, items */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(306);

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
            return refuse((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .causeChain */ .DD)(error)[0] ?? "is refused");
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
/* harmony export */   aY: () => (/* binding */ code)
/* harmony export */ });
/* unused harmony export table */
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


/***/ }),

/***/ 467:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ retry),
/* harmony export */   m: () => (/* binding */ parseRetryAfter)
/* harmony export */ });
/**
 * The one retry rule: full jitter, the other side's wish (`Retry-After`) kept, and never past the budget: a wait that does
 * not fit ends at once with the last error. Only for calls that may be repeated.
 */
async function retry(attempt, policy) {
    const start = policy.clock.elapsedMs();
    for (let count = 1;; count += 1) {
        try {
            return await attempt();
        }
        catch (error) {
            const verdict = policy.judge(error);
            if (verdict.kind === "give-up" || count >= policy.attempts)
                throw error;
            const pauseMs = Math.max(policy.random() * policy.baseMs * 2 ** (count - 1), verdict.notBeforeMs ?? 0);
            if (policy.clock.elapsedMs() - start + pauseMs > policy.budgetMs)
                throw error;
            await policy.clock.sleep(pauseMs, policy.signal);
        }
    }
}
/**
 * Milliseconds until the time that a `Retry-After` header names, in either of its forms (seconds, or an HTTP date), or
 * undefined when there is none or it makes no sense. See https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
 */
function parseRetryAfter(header, now) {
    if (header === undefined)
        return undefined;
    const text = header.trim();
    if (/^\d{1,9}$/.test(text))
        return Number(text) * 1000;
    // Date.parse alone would take "-1" for a year; an HTTP date starts with a day's name.
    const date = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(text) ? Date.parse(text) : Number.NaN;
    return Number.isNaN(date) ? undefined : Math.max(0, date - now.getTime());
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
