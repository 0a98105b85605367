# Tests that pass, with what goes around them.
import unittest

class Calculator(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print('class set up')
    def setUp(self):
        self.value = 2
        self.addCleanup(print, 'cleaned')
    def tearDown(self):
        print('torn down')
    def test_add(self):
        self.assertEqual(self.value + 2, 4)
        self.assertAlmostEqual(0.1 + 0.2, 0.3)
    def test_raises(self):
        with self.assertRaises(ZeroDivisionError) as caught:
            1 / 0
        print(caught.exception)
        self.assertRaises(ValueError, int, 'x')
        with self.assertRaisesRegex(KeyError, 'k'):
            {}['k']
    def test_containers(self):
        self.assertIn(1, [1, 2])
        self.assertIsNone(None)
        self.assertTrue([1])
        self.assertIsInstance(1, int)
        self.assertCountEqual([1, 2, 2], [2, 1, 2])
        self.assertGreater(2, 1)
        self.assertRegex('abc', 'b')
        self.assertDictEqual({'a': 1}, {'a': 1})

if __name__ == '__main__':
    unittest.main()
