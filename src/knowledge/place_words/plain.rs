//! Names of one plain word, to mend misread ones by.

use rustc_hash::FxHashMap;

/// Names of one plain word of four letters or more, folded. Two that differ by one letter have the first two or the
/// last two in common.
#[derive(Clone, Debug, Default)]
pub(super) struct PlainNames {
    by_head: FxHashMap<[char; 2], Vec<String>>,
    by_tail: FxHashMap<[char; 2], Vec<String>>,
}

impl PlainNames {
    pub(super) fn add(&mut self, name: &str) {
        let Some((head, tail)) = ends(name) else { return };
        self.by_head.entry(head).or_default().push(name.to_owned());
        self.by_tail.entry(tail).or_default().push(name.to_owned());
    }

    /// The only name that differs from `word`, of four letters or more, by one letter.
    pub(super) fn mended(&self, word: &str) -> Option<&str> {
        let (head, tail) = ends(word)?;
        let begin = self.by_head.get(&head).into_iter().flatten();
        let end = self.by_tail.get(&tail).into_iter().flatten();
        let end = end.filter(|name| ends(name).is_some_and(|other| other.0 != head));
        let mut near = begin.chain(end).filter(|name| differs_by_one(name, word));
        let found = near.next()?;
        near.next().is_none().then_some(found.as_str())
    }
}

/// The first two letters and the last two.
fn ends(word: &str) -> Option<([char; 2], [char; 2])> {
    let (mut front, mut back) = (word.chars(), word.chars().rev());
    Some(([front.next()?, front.next()?], [back.next()?, back.next()?]))
}

/// Does one letter replaced, lost or added make `a` of `b`?
fn differs_by_one(a: &str, b: &str) -> bool {
    // A letter has at most four bytes, and no one letter is both the first and the last.
    let ends = |s: &str| (s.as_bytes().first().copied(), s.as_bytes().get(1).copied(), s.bytes().next_back());
    let ((a0, a1, a2), (b0, b1, b2)) = (ends(a), ends(b));
    if a.len().abs_diff(b.len()) > 4 || (a0, a1) != (b0, b1) && a2 != b2 || a == b {
        return false;
    }
    let mut front = a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count();
    while !a.is_char_boundary(front) || !b.is_char_boundary(front) {
        front -= 1;
    }
    let (tail_a, tail_b) = (&a[front..], &b[front..]);
    let less = |tail: &'_ str| tail.chars().next().map_or(0, char::len_utf8);
    let (less_a, less_b) = (&tail_a[less(tail_a)..], &tail_b[less(tail_b)..]);
    less_a == less_b || less_a == tail_b || tail_a == less_b
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_letter_may_differ() {
        assert!(differs_by_one("حماه", "حماء"));
        assert!(differs_by_one("كويرس", "كوبيرس"));
        assert!(!differs_by_one("حماه", "حماه"));
        assert!(!differs_by_one("حمص", "حلب"));
    }

    #[test]
    fn only_one_name_mends_a_word() {
        let mut names = PlainNames::default();
        for name in ["\u{643}\u{648}\u{64A}\u{631}\u{633}", "\u{645}\u{646}\u{628}\u{62C}"] {
            names.add(name);
        }
        let mended = |word| names.mended(word);
        assert_eq!(mended("\u{643}\u{648}\u{64A}\u{631}"), Some("\u{643}\u{648}\u{64A}\u{631}\u{633}"));
        assert_eq!(mended("\u{648}\u{64A}\u{631}\u{633}"), Some("\u{643}\u{648}\u{64A}\u{631}\u{633}"));
        assert_eq!(mended("\u{645}\u{646}\u{628}\u{62C}"), None);
        names.add("\u{643}\u{648}\u{64A}\u{631}\u{645}");
        assert_eq!(names.mended("\u{643}\u{648}\u{64A}\u{631}"), None);
    }
}
