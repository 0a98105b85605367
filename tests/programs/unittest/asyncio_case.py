# A test case with a loop of its own.
import asyncio
import unittest

class Service(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        self.queue = asyncio.Queue()
        print('set up')
    async def asyncTearDown(self):
        print('torn down')
    async def test_queue(self):
        await self.queue.put(1)
        self.assertEqual(await self.queue.get(), 1)
    async def test_timeout(self):
        with self.assertRaises(asyncio.TimeoutError):
            await asyncio.wait_for(asyncio.sleep(10), 1)
        self.addAsyncCleanup(asyncio.sleep, 0.5)
    async def test_wrong(self):
        self.assertEqual(await asyncio.sleep(0.5, 'got'), 'wanted')
    def test_plain(self):
        self.assertTrue(True)

unittest.main(exit=False)
print('done')
