//! "Did you mean": the name nearest to a wrong one, and the modules that may have been forgotten.
//!
//! Mirrors `_Py_CalculateSuggestions`. Where the candidates come from is the caller's business.

use crate::text::case::to_lower;

/// More candidates than this are not looked at.
const MAX_CANDIDATES: usize = 750;
/// Longer names get no suggestions, in characters.
const MAX_LENGTH: usize = 40;
/// The cost of a letter inserted, removed or replaced; of one in the wrong case.
const MOVE: usize = 2;
const CASE: usize = 1;

/// The candidate that is nearest to a name, if one is near enough. An equal one is no suggestion.
#[must_use]
pub fn closest<'a>(candidates: &[&'a str], wrong: &str) -> Option<&'a str> {
    let name: Vec<char> = wrong.chars().collect();
    if candidates.len() > MAX_CANDIDATES || name.len() > MAX_LENGTH {
        return None;
    }
    let mut best: Option<(&str, usize)> = None;
    for candidate in candidates {
        if *candidate == wrong {
            continue;
        }
        let other: Vec<char> = candidate.chars().collect();
        // At most a third of the letters may differ, and it must beat what is known.
        let near = (other.len() + name.len() + 3) * MOVE / 6;
        let beaten = best.map_or(name.len(), |(_, distance)| distance);
        let Some(limit) = beaten.checked_sub(1).map(|limit| limit.min(near)) else { continue };
        let distance = edit_distance(&name, &other, limit);
        if distance <= limit {
            best = Some((candidate, distance));
        }
    }
    best.map(|(candidate, _)| candidate)
}

/// The text that follows the message of an error about a name: `wrong` was not found among `candidates`.
#[must_use]
pub fn did_you_mean(candidates: &[&str], wrong: &str) -> String {
    closest(candidates, wrong).map_or_else(String::new, |name| format!(". Did you mean: '{name}'?"))
}

/// The text that follows the message of a NameError, whose `suggestion` may be of the form `self.name`.
#[must_use]
pub fn name_error_hint(suggestion: Option<&str>, wrong: &str) -> String {
    let forgotten = is_standard_module(wrong);
    match (suggestion, forgotten) {
        (Some(name), true) => format!(". Did you mean: '{name}'? Or did you forget to import '{wrong}'?"),
        (Some(name), false) => format!(". Did you mean: '{name}'?"),
        (None, true) => format!(". Did you forget to import '{wrong}'?"),
        (None, false) => String::new(),
    }
}

/// Whether CPython 3.13 has a module of that name.
#[must_use]
pub fn is_standard_module(name: &str) -> bool {
    STANDARD_MODULES.split_ascii_whitespace().any(|module| module == name)
}

/// The cost of turning one name into the other; some number above `limit` if it is more than that.
fn edit_distance(a: &[char], b: &[char], limit: usize) -> usize {
    let prefix = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[prefix..], &b[prefix..]);
    let suffix = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[..a.len() - suffix], &b[..b.len() - suffix]);
    if a.is_empty() || b.is_empty() {
        return MOVE * (a.len() + b.len());
    }
    if a.len() > MAX_LENGTH || b.len() > MAX_LENGTH {
        return limit + 1;
    }
    let (a, b) = if b.len() < a.len() { (b, a) } else { (a, b) };
    if (b.len() - a.len()) * MOVE > limit {
        return limit + 1;
    }
    let mut row: Vec<usize> = (1..=a.len()).map(|count| count * MOVE).collect();
    let mut result = 0;
    for (index, letter) in b.iter().enumerate() {
        let mut distance = index * MOVE;
        result = distance;
        let mut least = usize::MAX;
        for (cell, other) in row.iter_mut().zip(a) {
            let replaced = distance + replacement(*letter, *other);
            distance = *cell;
            result = (result.min(distance) + MOVE).min(replaced);
            *cell = result;
            least = least.min(result);
        }
        if least > limit {
            return limit + 1;
        }
    }
    result
}

fn replacement(a: char, b: char) -> usize {
    if a == b {
        0
    } else if to_lower(a).eq(to_lower(b)) {
        CASE
    } else {
        MOVE
    }
}

/// `sys.stdlib_module_names` of CPython 3.13.
const STANDARD_MODULES: &str = "\
    __future__ _abc _aix_support _android_support _ast _asyncio _bisect _blake2 _bz2 _codecs \
    _codecs_cn _codecs_hk _codecs_iso2022 _codecs_jp _codecs_kr _codecs_tw _collections \
    _collections_abc _colorize _compat_pickle _compression _contextvars _csv _ctypes _curses \
    _curses_panel _datetime _dbm _decimal _elementtree _frozen_importlib _frozen_importlib_external \
    _functools _gdbm _hashlib _heapq _imp _interpchannels _interpqueues _interpreters _io \
    _ios_support _json _locale _lsprof _lzma _markupbase _md5 _multibytecodec _multiprocessing \
    _opcode _opcode_metadata _operator _osx_support _overlapped _pickle _posixshmem \
    _posixsubprocess _py_abc _pydatetime _pydecimal _pyio _pylong _pyrepl _queue _random _scproxy \
    _sha1 _sha2 _sha3 _signal _sitebuiltins _socket _sqlite3 _sre _ssl _stat _statistics _string \
    _strptime _struct _suggestions _symtable _sysconfig _thread _threading_local _tkinter _tokenize \
    _tracemalloc _typing _uuid _warnings _weakref _weakrefset _winapi _wmi _zoneinfo abc \
    antigravity argparse array ast asyncio atexit base64 bdb binascii bisect builtins bz2 cProfile \
    calendar cmath cmd code codecs codeop collections colorsys compileall concurrent configparser \
    contextlib contextvars copy copyreg csv ctypes curses dataclasses datetime dbm decimal difflib \
    dis doctest email encodings ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch \
    fractions ftplib functools gc genericpath getopt getpass gettext glob graphlib grp gzip hashlib \
    heapq hmac html http idlelib imaplib importlib inspect io ipaddress itertools json keyword \
    linecache locale logging lzma mailbox marshal math mimetypes mmap modulefinder msvcrt \
    multiprocessing netrc nt ntpath nturl2path numbers opcode operator optparse os pathlib pdb \
    pickle pickletools pkgutil platform plistlib poplib posix posixpath pprint profile pstats pty \
    pwd py_compile pyclbr pydoc pydoc_data pyexpat queue quopri random re readline reprlib resource \
    rlcompleter runpy sched secrets select selectors shelve shlex shutil signal site smtplib socket \
    socketserver sqlite3 sre_compile sre_constants sre_parse ssl stat statistics string stringprep \
    struct subprocess symtable sys sysconfig syslog tabnanny tarfile tempfile termios textwrap this \
    threading time timeit tkinter token tokenize tomllib trace traceback tracemalloc tty turtle \
    turtledemo types typing unicodedata unittest urllib uuid venv warnings wave weakref webbrowser \
    winreg winsound wsgiref xml xmlrpc zipapp zipfile zipimport zlib zoneinfo \
";

#[cfg(test)]
mod tests {
    use super::*;

    /// Answers recorded from CPython 3.13's own suggestions.
    #[test]
    fn suggests_what_cpython_suggests() {
        let check = |candidates: &[&str], wrong: &str, expected: Option<&str>| {
            assert_eq!(closest(candidates, wrong), expected, "{wrong} among {candidates:?}");
        };
        check(&["create_task", "gather", "sleep"], "creat_task", Some("create_task"));
        check(&["create_task", "gather", "sleep"], "slep", Some("sleep"));
        check(&["create_task"], "xyz", None);
        check(&["print", "int"], "pritn", Some("print"));
        check(&["value", "values", "Value"], "vaule", Some("value"));
        check(&["Counter", "counter"], "COUNTER", None);
        check(&["a", "b"], "c", None);
        check(&["delay"], "delay", None);
        check(&["fetch_all", "fetch_one"], "fetchall", Some("fetch_all"));
        check(&["ab"], "abc", Some("ab"));
        check(&["naïve"], "naive", Some("naïve"));
    }

    #[test]
    fn knows_forgotten_modules() {
        assert_eq!(name_error_hint(None, "asyncio"), ". Did you forget to import 'asyncio'?");
        assert_eq!(
            name_error_hint(Some("tame"), "time"),
            ". Did you mean: 'tame'? Or did you forget to import 'time'?"
        );
        assert_eq!(name_error_hint(None, "numpy"), "");
    }
}
