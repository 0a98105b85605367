def wait():
    raise KeyboardInterrupt("stopped")


wait()
