# Skipped, expected to fail, and parts of a test.
import unittest

class Kinds(unittest.TestCase):
    @unittest.skip('not now')
    def test_skipped(self):
        self.fail('never')
    @unittest.skipIf(True, 'because')
    def test_skipped_if(self):
        pass
    def test_skips_itself(self):
        self.skipTest('inside')
    @unittest.expectedFailure
    def test_expected(self):
        self.assertEqual(1, 2)
    def test_parts(self):
        for n in range(4):
            with self.subTest(n=n):
                self.assertEqual(n % 2, 0)

suite = unittest.defaultTestLoader.loadTestsFromTestCase(Kinds)
result = unittest.TextTestRunner(verbosity=2).run(suite)
print(result.testsRun, len(result.failures), len(result.skipped), result.wasSuccessful())
