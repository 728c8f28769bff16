//! A set of tokens of a text, to find the next one of.

/// Some tokens, a bit each.
pub(super) struct TokenSet(Vec<u64>);

impl TokenSet {
    /// An empty set for a text of so many tokens.
    pub(super) fn new(n_tokens: usize) -> Self {
        Self(vec![0; n_tokens.div_ceil(u64::BITS as usize)])
    }

    /// Adds a token of the text.
    pub(super) fn add(&mut self, i: usize) {
        let (at, bit) = Self::place(i);
        self.0[at] |= 1 << bit;
    }

    /// The first of its tokens from `i` on; past every text when there is none.
    pub(super) fn first_from(&self, i: usize) -> usize {
        let (mut at, bit) = Self::place(i);
        let mut bits = self.0.get(at).map_or(0, |bits| bits >> bit << bit);
        while bits == 0 {
            at += 1;
            let Some(next) = self.0.get(at) else { return usize::MAX };
            bits = *next;
        }
        at * u64::BITS as usize + bits.trailing_zeros() as usize
    }

    /// Where the bit of a token stands.
    fn place(i: usize) -> (usize, u32) {
        (i / u64::BITS as usize, i as u32 % u64::BITS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_token_is_found_over_any_gap() {
        let mut set = TokenSet::new(300);
        let tokens = [0, 1, 63, 64, 130, 299];
        for i in tokens {
            set.add(i);
        }
        for i in 0..400 {
            let next = tokens.iter().copied().find(|t| *t >= i).unwrap_or(usize::MAX);
            assert_eq!(set.first_from(i), next, "{i}");
        }
        assert_eq!(TokenSet::new(0).first_from(0), usize::MAX);
    }
}
