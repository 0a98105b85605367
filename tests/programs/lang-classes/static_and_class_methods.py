class Pizza:
    count = 0

    def __init__(self, *toppings):
        self.toppings = toppings
        type(self).count += 1

    @classmethod
    def margherita(cls):
        return cls("tomato", "mozzarella")

    @staticmethod
    def price(n):
        return 5 + n

    def __repr__(self):
        return f"{type(self).__name__}{self.toppings}"


class Calzone(Pizza):
    pass


print(Pizza.margherita(), Calzone.margherita(), Pizza.count, Calzone.count)
print(Pizza.price(2), Pizza("a").price(3))
