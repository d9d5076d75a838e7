export const id = 41;
export const ids = [41];
export const modules = {

/***/ 375:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {



const debug = __webpack_require__(363)
const { MAX_LENGTH, MAX_SAFE_INTEGER } = __webpack_require__(753)
const { safeRe: re, t } = __webpack_require__(843)

const parseOptions = __webpack_require__(704)
const { compareIdentifiers } = __webpack_require__(408)

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
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {



const SemVer = __webpack_require__(375)
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
/***/ ((module, exports, __webpack_require__) => {



const {
  MAX_SAFE_COMPONENT_LENGTH,
  MAX_SAFE_BUILD_LENGTH,
  MAX_LENGTH,
} = __webpack_require__(753)
const debug = __webpack_require__(363)
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

/***/ 41:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  retagImage: () => (/* binding */ retagImage)
});

// EXTERNAL MODULE: ../../packages/domain/lib/image-reference.js
var image_reference = __webpack_require__(564);
// EXTERNAL MODULE: ../../packages/domain/lib/errors.js
var errors = __webpack_require__(306);
;// CONCATENATED MODULE: ./lib/plan-tag.js
function planVersionTag(observed, digest, onConflict) {
    if (observed.before === undefined)
        return { ...observed, kind: "create" };
    if (observed.before === digest)
        return { ...observed, kind: "same" };
    return { ...observed, kind: onConflict === "fail" ? "conflict" : onConflict };
}
function planFloatingTag(observed, digest, rule) {
    if (observed.before === digest)
        return { ...observed, kind: "same" };
    const why = rule.kind === "auto" ? rule.reasonToKeep(observed.tag) : undefined;
    if (rule.kind === "never")
        return { ...observed, kind: "keep", why: "move-floating is never" };
    if (why !== undefined)
        return { ...observed, kind: "keep", why };
    return { ...observed, kind: observed.before === undefined ? "create" : "move" };
}
function isWrite(plan) {
    return plan.kind === "create" || plan.kind === "move";
}

// EXTERNAL MODULE: ./lib/targets.js
var lib_targets = __webpack_require__(69);
;// CONCATENATED MODULE: ./lib/journal.js


function createJournal() {
    const records = new Map();
    const copies = new Map();
    return {
        decide: (plan) => void records.set(plan.tag, { plan, after: plan.before }),
        found: (tag, after) => {
            const record = records.get(tag);
            if (record !== undefined)
                records.set(tag, { ...record, after });
        },
        records: () => [...records.values()],
        copied: (to, report) => void copies.set((0,lib_targets/* renderPlace */.oL)(to), { to, report }),
        has: (place) => copies.has((0,lib_targets/* renderPlace */.oL)(place)),
        copies: () => [...copies.values()],
    };
}
function asPlanned(records, digest) {
    return records.map(({ plan }) => ({ plan, after: isWrite(plan) ? digest : plan.before }));
}

// EXTERNAL MODULE: ../../packages/domain/lib/digest.js
var lib_digest = __webpack_require__(441);
// EXTERNAL MODULE: ./lib/bring-content.js
var bring_content = __webpack_require__(431);
;// CONCATENATED MODULE: ../../packages/domain/lib/version.js

const MAX_LENGTH = 82;
const NUMBER = "(?:0|[1-9][0-9]*)";
const IDENTIFIER = "(?:0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)";
const CORE = String.raw `${NUMBER}\.${NUMBER}\.${NUMBER}(?:-${IDENTIFIER}(?:\.${IDENTIFIER})*)?`;
const SEMVER = new RegExp(String.raw `^${CORE}(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$`);
function parseVersion(text) {
    const problem = problemOf(text);
    if (problem === undefined)
        return text;
    throw (0,errors/* configuration */.HF)("BAD_VERSION", `"${text.slice(0, 100)}" is not a version that can be a tag: ${problem}`);
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
function isSemver(text) {
    return text.length <= 256 && SEMVER.test(text);
}
function isPrereleaseVersion(version) {
    return isSemver(version) && (version.split("+")[0] ?? "").includes("-");
}

// EXTERNAL MODULE: ../../node_modules/.pnpm/semver@7.8.6/node_modules/semver/functions/compare.js
var compare = __webpack_require__(361);
;// CONCATENATED MODULE: ../../packages/domain/lib/version-order.js

function compareVersions(a, b) {
    return compare(a, b);
}

;// CONCATENATED MODULE: ../../packages/domain/lib/beta-tag.js


function createBetaTag(version, sha) {
    const text = `${version}-${sha}.beta`;
    return { text, version, shortSha: sha, semverValid: isSemver(text) };
}
function parseBetaTag(text) {
    if (text.length > 128)
        throw notABetaTag(text.slice(0, 40), `it has ${text.length} characters; a Docker tag has at most 128`);
    const match = /^([0-9A-Za-z.-]+)-([0-9a-z]{7,40})\.beta$/.exec(text);
    const version = match?.[1];
    const sha = match?.[2];
    if (version === undefined || sha === undefined)
        throw notABetaTag(text, reasonFor(text));
    return createBetaTag(parseVersion(version), sha);
}
function reasonFor(text) {
    if (text !== text.trim())
        return "it has white space around it";
    if (text.startsWith("v"))
        return 'it starts with "v"';
    if (!text.endsWith(".beta"))
        return 'it does not end in ".beta"';
    return "the part before .beta is not a version, a hyphen, and 7 to 40 lower-case letters or digits";
}
function notABetaTag(text, reason) {
    return (0,errors/* configuration */.HF)("BAD_BETA_TAG", `"${text}" is not a beta tag: ${reason}`, "A beta tag looks like 0.1.0-abcdefg.beta: {version}-{short_sha}.beta. The betas are listed under Releases as prereleases.");
}

;// CONCATENATED MODULE: ./lib/guard-floating-tag.js

function versionOfPromotion(tags, sourceTag) {
    const versions = tags.map(withoutPrefix).filter(isSemver).sort(compareVersions);
    return versions.at(-1) ?? versionInSource(sourceTag ?? "");
}
function reasonToKeep(floatingTag, version, tags) {
    if (isPrereleaseVersion(version))
        return `${version} is a prerelease`;
    const line = /^v?(\d+(?:\.\d+)?)$/.exec(floatingTag)?.[1];
    if (line !== undefined && !isInLine(version, line))
        return `${version} does not belong to the line ${floatingTag}`;
    const newer = tags
        .filter((tag) => isRelease(withoutPrefix(tag)) && (line === undefined || isInLine(withoutPrefix(tag), line)))
        .filter((tag) => compareVersions(withoutPrefix(tag), version) > 0)
        .sort((a, b) => compareVersions(withoutPrefix(a), withoutPrefix(b)))
        .at(-1);
    return newer === undefined ? undefined : `the repository has the newer release ${newer}`;
}
function versionInSource(tag) {
    try {
        return parseBetaTag(tag).version;
    }
    catch {
        const version = withoutPrefix(tag);
        return isSemver(version) ? version : undefined;
    }
}
function isRelease(version) {
    return isSemver(version) && !isPrereleaseVersion(version);
}
function isInLine(version, line) {
    return version.startsWith(`${line}.`);
}
function withoutPrefix(tag) {
    return tag.replace(/^v(?=\d)/, "");
}

;// CONCATENATED MODULE: ./lib/write-tag.js

async function writeTag(target, promotion) {
    const { ports, targets, journal, digest } = promotion;
    ports.signal.throwIfAborted();
    const manifest = await promotion.image();
    try {
        await targets.storeOf(target.place).put(target.tag, manifest);
        journal.found(target.name, digest);
    }
    catch (error) {
        const landed = (await readAfterFailure(target, promotion)) === digest;
        if (!landed || !(error instanceof errors/* FairwayError */.q2) || error.kind !== "upstream")
            throw error;
        ports.log.info(`${target.name} names the image although its write failed: ${error.message}`);
    }
}
async function readAfterFailure(target, promotion) {
    const now = await readTag(target, promotion).catch(() => undefined);
    promotion.journal.found(target.name, now);
    return now;
}
async function verifyTags(targets, promotion) {
    const { journal, digest } = promotion;
    const strayed = [];
    await Promise.all(targets.map(async (target) => {
        const now = await readTag(target, promotion);
        journal.found(target.name, now);
        if (now !== digest)
            strayed.push(`${target.name} names ${now ?? "nothing"}`);
    }));
    if (strayed.length === 0)
        return;
    throw (0,errors/* refusal */.x5)("TAG_MOVED", `${strayed.join("; ")} when read back, where ${(0,lib_digest/* shortDigest */.VK)(digest)} was put: somebody else moved it at the same time`, "Find out what else pushes this tag, then run this job again.");
}
async function readTag({ place, tag }, { targets }) {
    return (await targets.storeOf(place).resolve(tag))?.digest;
}

;// CONCATENATED MODULE: ./lib/promote.js






function observe(wanted, targets) {
    return Promise.all(wanted.map(async ({ name, tag, place }) => ({
        tag: name,
        before: (await targets.storeOf(place).resolve(tag))?.digest,
    })));
}
async function promote(promotion, observed) {
    const { inputs, digest } = promotion;
    const versions = observed.map((one) => planVersionTag(one, digest, inputs.onConflict));
    announce(versions, promotion);
    refuseConflicts(versions, digest);
    if (!inputs.dryRun) {
        await (0,bring_content/* bringContent */.E)(promotion, await targetsOfContent(versions, promotion));
        for (const target of writesOf(versions, promotion)) {
            await writeTag(target, promotion);
            await verifyTags([target], promotion);
        }
    }
    const floating = await planFloating(promotion.targets.floating, promotion);
    announce(floating, promotion);
    if (!inputs.dryRun)
        await moveFloating(latestLast(writesOf(floating, promotion)), promotion);
}
async function targetsOfContent(versions, promotion) {
    const { targets, inputs } = promotion;
    const required = inputs.referrers === "require" ? targets.versions : writesOf(versions, promotion);
    const right = versions.filter(({ kind }) => kind === "same").map(({ tag }) => targets.find(tag));
    const supplied = [(0,lib_targets/* placeOf */.$t)(inputs.source), ...[...required, ...right].map(({ place }) => place)];
    const alone = targets.floating.filter(({ place }) => !supplied.some((one) => (0,lib_targets/* isSamePlace */.O1)(one, place)));
    return [...required, ...writesOf(await planFloating(alone, promotion), promotion)];
}
async function moveFloating(moving, promotion) {
    const { ports, journal, digest, targets } = promotion;
    if (moving.length === 0)
        return;
    await (0,bring_content/* bringContent */.E)(promotion, moving);
    for (const target of moving)
        await writeTag(target, promotion);
    const right = journal.records().filter(({ plan }) => isWrite(plan) || plan.kind === "same");
    await verifyTags(right.map(({ plan }) => targets.find(plan.tag)), promotion);
    ports.log.info(`read back ${right.length} tags: all name ${(0,lib_digest/* shortDigest */.VK)(digest)}`);
}
function writesOf(plans, { targets }) {
    return plans.filter(isWrite).map(({ tag }) => targets.find(tag));
}
function announce(plans, { ports: { log }, journal, digest, inputs }) {
    const prefix = inputs.dryRun ? "plan: " : "";
    for (const plan of plans) {
        journal.decide(plan);
        if (plan.kind === "skip")
            log.warning(`skipped ${plan.tag}: it names ${plan.before ?? ""}, another image`);
        else if (plan.kind === "keep")
            log.notice(`kept ${plan.tag} where it is: ${plan.why}`);
        else
            log.info(`${prefix}${describe(plan, digest)}`);
    }
}
function describe(plan, digest) {
    if (plan.kind === "same")
        return `leave ${plan.tag}: it names the image already`;
    if (plan.kind === "conflict")
        return `refuse ${plan.tag}: it names ${(0,lib_digest/* shortDigest */.VK)(plan.before ?? "")}, another image`;
    const from = plan.before === undefined ? "" : ` from ${(0,lib_digest/* shortDigest */.VK)(plan.before)}`;
    return `${plan.kind} ${plan.tag}${from} to ${(0,lib_digest/* shortDigest */.VK)(digest)}`;
}
function refuseConflicts(plans, digest) {
    const conflicts = plans.filter((plan) => plan.kind === "conflict");
    if (conflicts.length === 0)
        return;
    const list = conflicts.map(({ tag, before }) => `${tag} names ${before ?? ""}`).join("; ");
    throw (0,errors/* refusal */.x5)("TAG_CONFLICT", `${list}; the source is ${digest}. A version tag that was published is not moved, and nothing was written`, "Release under a new version. If that tag is wrong and nobody uses it, say so with on-conflict: move.");
}
async function planFloating(wanted, promotion) {
    const { digest, targets } = promotion;
    const observed = await observe(wanted, targets);
    const open = observed.filter(({ before }) => before !== digest).map(({ tag }) => targets.find(tag));
    const rule = open.length > 0 ? await floatingRule(open, promotion) : { kind: "never" };
    return observed.map((one) => planFloatingTag(one, digest, rule));
}
async function floatingRule(open, { inputs, targets, ports }) {
    if (inputs.moveFloating !== "auto")
        return { kind: inputs.moveFloating };
    const version = versionOfPromotion(targets.versions.map(({ tag }) => tag), inputs.source.tag);
    if (version === undefined) {
        ports.log.notice("neither tags nor the source's tag is a version, so floating tags move without a comparison");
        return { kind: "always" };
    }
    const places = new Map(open.map(({ place }) => [(0,lib_targets/* renderPlace */.oL)(place), place]));
    const listed = new Map();
    for (const [name, place] of places)
        listed.set(name, await targets.storeOf(place).tags());
    return {
        kind: "auto",
        reasonToKeep: (name) => {
            const { tag, place } = targets.find(name);
            return reasonToKeep(tag, version, listed.get((0,lib_targets/* renderPlace */.oL)(place)) ?? []);
        },
    };
}
function latestLast(targets) {
    return [...targets.filter(({ tag }) => tag !== "latest"), ...targets.filter(({ tag }) => tag === "latest")];
}

;// CONCATENATED MODULE: ./lib/promotion.js

function createTargets(inputs, { registries }) {
    const versions = targetsOf(inputs.tags, inputs.source);
    const floating = targetsOf(inputs.floatingTags, inputs.source);
    const byName = new Map([...versions, ...floating].map((target) => [target.name, target]));
    return {
        versions,
        floating,
        find: (name) => {
            const target = byName.get(name);
            if (target === undefined)
                throw new Error(`no tag of this promotion is called ${name}`);
            return target;
        },
        storeOf: (place) => registries.repository(place),
    };
}
function targetsOf(given, source) {
    const targets = (given ?? []).map((one) => (0,lib_targets/* resolveTarget */.u1)(one, source));
    return [...new Map(targets.map((target) => [target.name, target])).values()];
}

;// CONCATENATED MODULE: ./lib/match-platforms.js
function missingPlatforms(required, available) {
    const known = available.map(canonical);
    return required.filter((platform) => {
        const wanted = canonical(platform);
        return !known.some((one) => one === wanted || (!hasVariant(wanted) && one.startsWith(`${wanted}/`)));
    });
}
function canonical(platform) {
    return platform.replace(/\/arm64\/v8$/, "/arm64").replace(/\/amd64\/v1$/, "/amd64");
}
function hasVariant(platform) {
    return platform.split("/").length > 2;
}

;// CONCATENATED MODULE: ./lib/require-content.js



async function requireContent(inputs, image, { registries, log }) {
    const manifests = registries.repository((0,lib_targets/* placeOf */.$t)(inputs.source));
    const required = inputs.requirePlatforms ?? [];
    if (required.length > 0)
        requirePlatforms(required, await manifests.platforms(await image()));
    if (inputs.referrers !== "require")
        return;
    const referrers = await manifests.referrers(await image());
    if (referrers.length === 0)
        throw noReferrers();
    log.info(`found ${referrers.length} signatures, SBOMs or attestations of the image`);
}
function requirePlatforms(required, available) {
    const missing = missingPlatforms(required, available);
    if (missing.length === 0)
        return;
    throw (0,errors/* refusal */.x5)("MISSING_PLATFORM", `the image has no ${missing.join(", ")}; it has ${available.length === 0 ? "no platform at all" : available.join(", ")}`, "Build the beta for all required platforms, for example with platforms: of docker/build-push-action.");
}
function noReferrers() {
    return (0,errors/* refusal */.x5)("NO_REFERRERS", "the image has no signature, SBOM or attestation, and referrers is require", "Sign or attest the beta where it is built, for example with provenance: true of docker/build-push-action.");
}

;// CONCATENATED MODULE: ./lib/retag-image.js






async function retagImage(inputs, ports) {
    const { source } = inputs;
    const { registries, log } = ports;
    const targets = createTargets(inputs, ports);
    const home = registries.repository((0,lib_targets/* placeOf */.$t)(source));
    const [found, versions] = await Promise.all([
        home.resolve(source.digest ?? source.tag ?? ""),
        observe(targets.versions, targets),
    ]);
    const name = requireSource(inputs, found);
    log.info(`found ${(0,image_reference/* renderImageReference */.NL)(source)}: ${name.digest}`);
    const journal = createJournal();
    const image = once(() => home.fetch(name.digest));
    try {
        await requireContent(inputs, image, ports);
        await promote({ inputs, ports, journal, digest: name.digest, image, targets }, versions);
        return report(inputs, name, journal);
    }
    catch (error) {
        if (!(error instanceof errors/* FairwayError */.q2))
            throw error;
        return report(inputs, name, journal, error);
    }
}
function requireSource({ source, expectedDigest }, found) {
    const image = (0,image_reference/* renderImageReference */.NL)(source);
    if (found === undefined) {
        throw (0,errors/* refusal */.x5)("MISSING_IMAGE", `${image} is not in the registry`, "Check the tag; the tags of betas are listed under Releases. Was the image pushed, and not removed since?");
    }
    if (expectedDigest === undefined || expectedDigest === found.digest)
        return found;
    throw (0,errors/* refusal */.x5)("UNEXPECTED_DIGEST", `${image} names ${found.digest}, and ${expectedDigest} was expected: what was tested is not what would be promoted`, "Find out who pushed the tag again. Build and test a new beta, and promote that.");
}
function report(inputs, name, journal, failure) {
    const planned = inputs.dryRun && failure === undefined;
    const records = planned ? asPlanned(journal.records(), name.digest) : journal.records();
    const changed = records.some((record) => isChanged(record, name.digest));
    const green = planned ? "planned" : changed ? "promoted" : "unchanged";
    return {
        outputs: {
            digest: name.digest,
            "media-type": name.mediaType,
            changed: String(changed),
            tags: JSON.stringify(records.map(({ plan, after }) => ({ tag: plan.tag, before: plan.before ?? null, after: after ?? null }))),
            outcome: failure === undefined ? green : "error",
        },
        failure,
        records,
        copies: journal.copies(),
    };
}
function isChanged({ plan, after }, digest) {
    return after === digest && plan.before !== digest;
}
function once(fetch) {
    let fetched;
    return () => {
        fetched ??= fetch();
        return fetched;
    };
}


/***/ })

};
