//! What is said of a module that the engine does not have: why, and what to use instead.

/// A sentence, and the modules that it is said of.
type Advice = (&'static str, &'static str);

const ADVICE: &[Advice] = &[
    (
        "Loopscope has no network: imitate a request with `await asyncio.sleep(1)`.",
        "aio_pika aioboto3 aiobotocore aiodns aioftp aiogram aiohttp aiokafka aiosmtplib anthropic asynchat asyncore \
         asyncssh boto3 botocore bs4 celery discord django dns fastapi feedparser flask ftplib google grpc http httpx \
         imaplib kafka lxml nats openai paho paramiko pika playwright poplib pyppeteer pyrogram quart requests sanic \
         scapy scrapy select selectors selenium slack_sdk smtplib socket socketserver ssl starlette telegram telethon \
         telnetlib tornado urllib urllib3 uvicorn websocket websockets xmlrpc zmq",
    ),
    (
        "Loopscope has no database: keep the rows in a list, and imitate a query with `await asyncio.sleep(1)`.",
        "MySQLdb aiomcache aiomysql aiopg aioredis aiosqlite asyncpg databases dbm motor mysql peewee psycopg psycopg2 \
         pymongo pymysql redis shelve sqlalchemy sqlite3 tortoise",
    ),
    (
        "Loopscope has no files: keep the text in a string, and imitate reading with `await asyncio.sleep(1)`.",
        "aiofile aiofiles aiopath fileinput glob mmap pathlib shutil tarfile tempfile watchdog watchfiles zipfile",
    ),
    (
        "Loopscope has no processes: run blocking work with `asyncio.to_thread()`.",
        "aiomultiprocess aioprocessing joblib multiprocessing psutil pty ray subprocess",
    ),
    (
        "Loopscope has asyncio's own event loop, and no other: leave this import out.",
        "eventlet gevent nest_asyncio tokio twisted uvloop winloop",
    ),
    (
        "Loopscope runs asyncio: write it with tasks and `asyncio.TaskGroup`.",
        "aiojobs aiostream anyio curio trio",
    ),
    (
        "Loopscope has no packages in C: use lists, and the modules math and statistics.",
        "PIL cv2 cython imageio jax keras matplotlib nltk numba numpy pandas plotly polars pyarrow scipy seaborn sklearn spacy \
         sympy tensorflow torch transformers",
    ),
    (
        "Loopscope has no keyboard, mouse or windows: show what happens with `print()`.",
        "PyQt5 PyQt6 PySide2 PySide6 aioconsole curses dearpygui keyboard kivy msvcrt pyautogui pygame pynput readline \
         textual tkinter turtle webbrowser winsound wx",
    ),
    (
        "Loopscope prints plain text: use `print()`.",
        "alive_progress blessed click colorama colorlog coloredlogs fire \
      halo loguru progressbar prompt_toolkit pyfiglet rich tabulate termcolor tqdm typer yaspin",
    ),
    (
        "Loopscope has no time zones but UTC: use `datetime.timezone(datetime.timedelta(hours=1))` and its like.",
        "arrow dateutil pendulum pytz tzdata tzlocal zoneinfo",
    ),
    ("Loopscope has no package for this: use dataclasses.", "attr attrs cattrs marshmallow msgspec pydantic"),
    (
        "Loopscope has no package for this: use `unittest.IsolatedAsyncioTestCase`.",
        "aioresponses asynctest hypothesis \
      nose pytest pytest_asyncio",
    ),
    ("Loopscope has no package for this: use json.", "dill msgpack orjson simplejson toml ujson yaml"),
    (
        "Loopscope has no package for this: write the loop of attempts with `asyncio.sleep()`.",
        "aiolimiter aioretry apscheduler backoff ratelimit retry retrying schedule stamina tenacity",
    ),
    (
        "Loopscope has no decimals: `fractions.Fraction` is exact, and `round(amount, 2)` leaves two digits.",
        "decimal",
    ),
    (
        "Loopscope has no debugger: the page shows the variables of every task at each moment of the timeline.",
        "bdb faulthandler pdb trace",
    ),
    (
        "Loopscope measures time, not memory or calls: take moments with `time.perf_counter()`.",
        "cProfile profile pstats resource tracemalloc",
    ),
    (
        "Loopscope has nowhere to send objects: copy them with `copy.deepcopy()`, or write them as text with json.",
        "copyreg marshal pickle pickletools",
    ),
    (
        "Loopscope has no table readers: keep the text in a string, and take it apart with `splitlines()` and `split()`.",
        "configparser csv tomllib",
    ),
    ("Loopscope has no terminal: ask with `input()`.", "getpass termios tty"),
    ("Loopscope has no locales: `f\"{amount:,.2f}\"` puts commas between thousands.", "gettext locale"),
    (
        "Loopscope has no binary formats: `int.to_bytes()` and `int.from_bytes()` turn numbers into bytes.",
        "array struct",
    ),
    ("Loopscope has what asyncio has: use `async with asyncio.timeout(1):`.", "async_timeout"),
    (
        "Loopscope has a part of the standard library; this module is not among it.",
        "ast binascii bz2 cgi cmath codecs codeop colorsys compileall crypt ctypes dis doctest email encodings fcntl \
         filecmp fnmatch getopt grp gzip hmac html importlib ipaddress lzma mailbox mimetypes modulefinder netrc ntpath \
         opcode optparse pkgutil plistlib posix pwd py_compile pyclbr pydoc quopri reprlib rlcompleter runpy shlex site \
         stat stringprep symtable sysconfig syslog tabnanny this token tokenize unicodedata wave winreg wsgiref xml \
         zipapp zipimport zlib",
    ),
];

/// What is said of a module that is not known.
const OTHERWISE: &str =
    "Loopscope has one file and no packages: put the code of a module of your own in place of the import.";

/// The sentence for a module, by the first part of its name.
pub(super) fn advice(module: &str) -> &'static str {
    let found =
        ADVICE.iter().find(|(_, modules)| modules.split_ascii_whitespace().any(|known| known == module));
    found.map_or(OTHERWISE, |(sentence, _)| sentence)
}
