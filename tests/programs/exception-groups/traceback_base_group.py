raise BaseExceptionGroup("base", [KeyboardInterrupt("key"), ValueError(1)])
