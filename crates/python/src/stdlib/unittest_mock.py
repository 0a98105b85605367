# unittest.mock: objects that stand in for others and remember how they were used.

import sys as _sys

# part: unittest_mock/calls.py
# part: unittest_mock/mocks.py
# part: unittest_mock/magic.py
# part: unittest_mock/patch.py
