def leave():
    raise SystemExit(4)


leave()
