# What failures and errors look like.
import unittest

class Failing(unittest.TestCase):
    def test_equal(self):
        self.assertEqual(1, 2)
    def test_message(self):
        self.assertTrue(False, 'said so')
    def test_error(self):
        raise KeyError('oops')
    def test_in(self):
        """A line about it."""
        self.assertIn('x', {'a': 1})
    def test_not_raised(self):
        with self.assertRaises(ValueError):
            pass
    def test_fine(self):
        pass
    def test_list(self):
        self.assertEqual([1, 2, 3], [1, 5, 3, 4])
    def test_text(self):
        self.assertEqual('hello', 'hallo')
    def test_dict(self):
        self.assertEqual({'a': 1, 'b': 2}, {'a': 1, 'b': 3})

unittest.main()
