# Mocks remember how they were called.
from unittest.mock import ANY, MagicMock, Mock, call, patch, sentinel

m = Mock(return_value=3)
print(m(1, key='v'), m.called, m.call_count, m.call_args, m.call_args.args, m.call_args.kwargs, m.call_args_list, m.mock_calls)
m.assert_called_once_with(1, key='v')
m.method.deep(2)
m.method.return_value = 'r'
print(m.method(), m.mock_calls, m.method.deep.called, m.method_calls)
m.assert_has_calls([call.method.deep(2), call.method()])
effects = Mock(side_effect=[1, ValueError('second'), 3])
print(effects())
try:
    effects()
except ValueError as error:
    print(error)
print(effects(), Mock(side_effect=lambda x: x * 2)(4), Mock(a=5).a)
for check in [lambda: m.assert_not_called(), lambda: m.assert_called_once_with(2), lambda: Mock().assert_called(), lambda: m.assert_any_call(9), lambda: Mock(name='n').assert_called_with(1, a=2)]:
    try:
        check()
    except AssertionError as error:
        print(error)
magic = MagicMock()
magic.__len__.return_value = 4
magic.__getitem__.side_effect = lambda key: key * 2
magic.__iter__.return_value = [1, 2]
print(len(magic), magic['ab'], list(magic), bool(magic), 3 in magic, int(magic))
with magic as entered:
    print(entered is magic.__enter__.return_value)
class Service:
    def fetch(self, key):
        return 'real ' + key
spec = Mock(spec=Service)
print(isinstance(spec, Service), spec.fetch('k') is spec.fetch.return_value)
try:
    spec.nothing
except AttributeError as error:
    print(error)
with patch.object(Service, 'fetch', return_value='patched') as fetch:
    print(Service().fetch('k'), fetch.call_args == call('k'), fetch.call_args == call(ANY))
print(Service().fetch('k'))
settings = {'a': 1}
with patch.dict(settings, {'b': 2}):
    print(settings)
print(settings, sentinel.thing, call(1, a=2), call.x.y(3))
@patch('__main__.Service')
def use(service):
    service.return_value.fetch.return_value = 'mocked'
    return Service().fetch('k')
print(use())
