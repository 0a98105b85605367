class Lazy:
    def __init__(self):
        self.real = 1

    def __getattr__(self, name):
        if name.startswith("x"):
            return f"made {name}"
        raise AttributeError(f"no {name}")

    def __setattr__(self, name, value):
        print("set", name, value)
        super().__setattr__(name, value)


lazy = Lazy()
print(lazy.real, lazy.x1, hasattr(lazy, "y"), getattr(lazy, "z", 0))
