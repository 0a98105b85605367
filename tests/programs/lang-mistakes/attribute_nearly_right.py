class A:
    def method_name(self): pass
    attribute = 1
try: A().metod_name
except AttributeError as e: pass
A().atribute
