//! Binds core to the module `asyncio`.
