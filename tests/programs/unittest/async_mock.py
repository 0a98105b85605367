# Mocks that are awaited.
import asyncio
from unittest.mock import AsyncMock, MagicMock, patch

class Client:
    async def get(self, url):
        return 'real'

async def main():
    m = AsyncMock(return_value=5)
    print(await m(1), m.await_count, m.await_args, m.call_args)
    m.assert_awaited_once_with(1)
    failing = AsyncMock(side_effect=[1, RuntimeError('two')])
    print(await failing())
    try:
        await failing()
    except RuntimeError as error:
        print(error)
    client = AsyncMock(spec=Client)
    client.get.return_value = 'fake'
    print(await client.get('u'), client.get.await_args_list)
    with patch.object(Client, 'get', return_value='patched') as get:
        print(await Client().get('x'), type(get).__name__, get.await_count)
    manager = MagicMock()
    manager.__aenter__.return_value = 'entered'
    async with manager as value:
        print(value)
    stream = MagicMock()
    stream.__aiter__.return_value = [1, 2]
    print([item async for item in stream])
    try:
        AsyncMock().assert_awaited()
    except AssertionError as error:
        print(error)
    async def compute(x):
        await asyncio.sleep(1)
        return x * 2
    print(await AsyncMock(side_effect=compute)(4))

asyncio.run(main())
