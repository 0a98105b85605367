raise ExceptionGroup("wide", [ExceptionGroup("exactly", [ValueError(n) for n in range(15)]), ExceptionGroup("one more", [ValueError(n) for n in range(16)])])
