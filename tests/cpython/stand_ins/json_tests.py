# Stands for the package `test.test_json`: there is one `json` here, in which parts are native.

import json
import unittest


class PyTest(unittest.TestCase):
    json = json
    loads, dumps = staticmethod(json.loads), staticmethod(json.dumps)
    JSONDecodeError = staticmethod(json.JSONDecodeError)


class CTest(PyTest):
    pass
