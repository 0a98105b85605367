from functools import partialmethod


class Light:
    def __init__(self):
        self.state = 'off'

    def set(self, state, *, quietly=False):
        self.state = state
        if not quietly:
            print('now', state)

    on = partialmethod(set, 'on')
    off = partialmethod(set, 'off', quietly=True)


light = Light()
light.on()
light.off()
print(light.state)
Light.on(light)
