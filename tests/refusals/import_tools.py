"""What a module of the standard library that is not there was wanted for can often be had otherwise."""
try:
    import decimal
except ModuleNotFoundError as error:
    print(error, *error.__notes__, sep="\n    ")
try:
    import pdb
except ModuleNotFoundError as error:
    print(error, *error.__notes__, sep="\n    ")
try:
    import cProfile
except ModuleNotFoundError as error:
    print(error, *error.__notes__, sep="\n    ")
try:
    import pickle
except ModuleNotFoundError as error:
    print(error, *error.__notes__, sep="\n    ")
try:
    import csv
except ModuleNotFoundError as error:
    print(error, *error.__notes__, sep="\n    ")
try:
    import getpass
except ModuleNotFoundError as error:
    print(error, *error.__notes__, sep="\n    ")
try:
    import locale
except ModuleNotFoundError as error:
    print(error, *error.__notes__, sep="\n    ")
try:
    import struct
except ModuleNotFoundError as error:
    print(error, *error.__notes__, sep="\n    ")
try:
    import async_timeout
except ModuleNotFoundError as error:
    print(error, *error.__notes__, sep="\n    ")
try:
    import msvcrt
except ModuleNotFoundError as error:
    print(error, *error.__notes__, sep="\n    ")
try:
    import asyncore
except ModuleNotFoundError as error:
    print(error, *error.__notes__, sep="\n    ")
breakpoint()
