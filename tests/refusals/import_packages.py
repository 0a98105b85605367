"""What the playground does not have is refused with what to use instead."""
try:
    import aiohttp
except ModuleNotFoundError as error:
    print(error, *error.__notes__, sep="\n    ")
try:
    import numpy.linalg
except ModuleNotFoundError as error:
    print(error, *error.__notes__, sep="\n    ")
try:
    import aiofiles
except ModuleNotFoundError as error:
    print(error, *error.__notes__, sep="\n    ")
try:
    import asyncpg
except ModuleNotFoundError as error:
    print(error, *error.__notes__, sep="\n    ")
try:
    import multiprocessing
except ModuleNotFoundError as error:
    print(error, *error.__notes__, sep="\n    ")
try:
    import uvloop
except ModuleNotFoundError as error:
    print(error, *error.__notes__, sep="\n    ")
try:
    import trio
except ModuleNotFoundError as error:
    print(error, *error.__notes__, sep="\n    ")
try:
    import pytest
except ModuleNotFoundError as error:
    print(error, *error.__notes__, sep="\n    ")
try:
    import tqdm
except ModuleNotFoundError as error:
    print(error, *error.__notes__, sep="\n    ")
try:
    import yaml
except ModuleNotFoundError as error:
    print(error, *error.__notes__, sep="\n    ")
from aiohttp import ClientSession
