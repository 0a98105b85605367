//! The Mersenne Twister (MT19937), as `random.Random` uses it.
//!
//! Only numbers: what `seed`, `choice` and the rest make of it is the `random` module's.

use num_bigint::BigUint;

const N: usize = 624;
const M: usize = 397;
const MATRIX: u32 = 0x9908_B0DF;
const UPPER: u32 = 0x8000_0000;
const LOWER: u32 = 0x7FFF_FFFF;

/// The state of one generator.
#[derive(Clone)]
pub struct MersenneTwister {
    state: [u32; N],
    /// The next word to hand out; `N` when the state must be renewed first.
    next: usize,
}

impl MersenneTwister {
    /// The generator that `random.seed(seed)` gives. Mirrors `random_seed` for an int: its sign does not
    /// count.
    pub fn seeded(seed: &BigUint) -> Self {
        let key = seed.to_u32_digits();
        Self::from_key(if key.is_empty() { &[0] } else { &key })
    }

    /// Mirrors `init_genrand`.
    fn from_word(seed: u32) -> Self {
        let mut state = [0_u32; N];
        let mut last = seed;
        state[0] = seed;
        for (index, word) in state.iter_mut().enumerate().skip(1) {
            last = 1_812_433_253_u32.wrapping_mul(last ^ (last >> 30)).wrapping_add(index as u32);
            *word = last;
        }
        MersenneTwister { state, next: N }
    }

    /// Mirrors `init_by_array`; `key` is not empty.
    fn from_key(key: &[u32]) -> Self {
        let mut generator = Self::from_word(19_650_218);
        let state = &mut generator.state;
        let (mut i, mut j) = (1, 0);
        for _ in 0..N.max(key.len()) {
            let last = state[i - 1];
            state[i] = (state[i] ^ (last ^ (last >> 30)).wrapping_mul(1_664_525))
                .wrapping_add(key[j])
                .wrapping_add(j as u32);
            i += 1;
            j = (j + 1) % key.len();
            if i == N {
                state[0] = state[N - 1];
                i = 1;
            }
        }
        for _ in 1..N {
            let last = state[i - 1];
            state[i] = (state[i] ^ (last ^ (last >> 30)).wrapping_mul(1_566_083_941)).wrapping_sub(i as u32);
            i += 1;
            if i == N {
                state[0] = state[N - 1];
                i = 1;
            }
        }
        state[0] = UPPER;
        generator
    }

    /// The next 32 random bits.
    pub fn next_u32(&mut self) -> u32 {
        if self.next == N {
            self.renew();
        }
        let mut word = self.state[self.next];
        self.next += 1;
        word ^= word >> 11;
        word ^= (word << 7) & 0x9D2C_5680;
        word ^= (word << 15) & 0xEFC6_0000;
        word ^ (word >> 18)
    }

    fn renew(&mut self) {
        let state = &mut self.state;
        for i in 0..N {
            let word = (state[i] & UPPER) | (state[(i + 1) % N] & LOWER);
            let twist = if word & 1 == 0 { 0 } else { MATRIX };
            state[i] = state[(i + M) % N] ^ (word >> 1) ^ twist;
        }
        self.next = 0;
    }

    /// Its words and which of them comes next. Mirrors `Random.getstate`.
    pub fn state(&self) -> (&[u32], usize) {
        (&self.state, self.next)
    }

    /// The generator with that state; `None` if it is none. Mirrors `Random.setstate`.
    pub fn with_state(words: &[u32], next: usize) -> Option<Self> {
        let state = words.try_into().ok()?;
        (next <= N).then_some(MersenneTwister { state, next })
    }

    /// A float in `0.0..1.0`, of 53 random bits. Mirrors `Random.random`.
    pub fn next_f64(&mut self) -> f64 {
        let high = f64::from(self.next_u32() >> 5);
        let low = f64::from(self.next_u32() >> 6);
        (high * 67_108_864.0 + low) / 9_007_199_254_740_992.0
    }

    /// An int of that many random bits. Mirrors `Random.getrandbits`.
    pub fn bits(&mut self, count: u32) -> BigUint {
        let mut words = Vec::with_capacity(count.div_ceil(32) as usize);
        let mut left = count;
        while left > 0 {
            let word = self.next_u32();
            words.push(if left < 32 { word >> (32 - left) } else { word });
            left = left.saturating_sub(32);
        }
        BigUint::new(words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // Recorded from CPython 3.13: random.seed(s); random.random(); random.getrandbits(100); random.getrandbits(7)

    #[test]
    fn numbers_are_those_of_cpython() {
        for (seed, float, wide, narrow) in RECORDED {
            let seed: BigUint = seed.parse().expect("a number");
            let mut generator = MersenneTwister::seeded(&seed);
            assert_eq!(generator.next_f64(), *float);
            assert_eq!(generator.bits(100).to_string(), *wide);
            assert_eq!(generator.bits(7).to_string(), *narrow);
        }
    }

    #[test]
    fn goes_on_past_the_end_of_its_state() {
        let mut generator = MersenneTwister::seeded(&BigUint::ZERO);
        let total: u64 = (0..2000).map(|_| u64::from(generator.next_u32())).sum();
        assert_eq!(total, SUM);
    }

    const RECORDED: &[(&str, f64, &str, &str)] = &[
        ("0", 0.8444218515250481, "33321113934853222010955844780", "33"),
        ("1", 0.13436424411240122, "139740622202148299605049174751", "32"),
        ("42", 0.6394267984578837, "259474555368124611114247330513", "28"),
        ("4294967296", 0.11299430095636409, "1321238376981372177734882566", "78"),
        ("123456789012345678901234567890", 0.7275084571578186, "634761180877100312839650170270", "34"),
    ];
    const SUM: u64 = 4245627930642;
}
