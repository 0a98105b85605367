from dataclasses import InitVar, dataclass, field


@dataclass
class Account:
    owner: str
    balance: float
    fee: InitVar[float] = 0.5
    number: int = field(init=False, default=7)
    note: str = field(init=False, repr=False)

    def __post_init__(self, fee):
        if self.balance < 0:
            raise ValueError(f'negative balance of {self.owner}')
        self.balance -= fee
        self.note = 'open'


print(Account('ann', 3), Account('bob', 3, fee=1).balance, Account('ann', 1).note)
Account('eve', -1)
