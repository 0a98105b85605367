# $-substitution.
from string import Template

t = Template('$who likes ${what}s, $$5 for $who')
print(t.substitute(who='Tim', what='kung pao'), t.safe_substitute({'who': 'Ann'}), t.get_identifiers(), t.template)
print(Template('$a$b').substitute({'a': 1}, b=2), Template('50% $x').is_valid(), Template('$').is_valid())
for text in ['$missing', 'a\n  $ b', '$1', '${x', '']:
    try:
        print(repr(Template(text).substitute()))
    except Exception as error:
        print(type(error).__name__, error)
print(Template('$x $ ${y').safe_substitute(x=1))
class Percent(Template):
    delimiter = '%'
print(Percent('%x and $x %%').substitute(x='ok'))
