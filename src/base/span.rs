//! A piece of an article, and the way from bytes (inside) to characters (in the record).

use std::ops::Range;

/// Byte offsets `start..end` into the text of one article, always on character borders.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span from byte `start` to byte `end`; an `end` before `start` gives an empty span.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start: start as u32, end: end.max(start) as u32 }
    }

    /// As a range of `usize`, to slice a text with.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The words of `text` under this span; empty when it lies outside.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or("")
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Is there nothing under it?
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Do the two share at least one byte?
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Does this span hold every byte of `other`?
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

/// Turns byte offsets of one text into counts of Unicode characters, as the record wants them.
///
/// Keeps one running count every 64 bytes, so a look-up reads at most 64 bytes.
#[derive(Clone, Debug)]
pub struct CharIndex {
    /// Characters before byte `64 * i`.
    marks: Vec<u32>,
}

const STEP: usize = 64;

impl CharIndex {
    /// Counts the characters of `text` once.
    pub fn new(text: &str) -> Self {
        let mut marks = Vec::with_capacity(text.len() / STEP + 1);
        let mut count = 0;
        for chunk in text.as_bytes().chunks(STEP) {
            marks.push(count);
            count += starts(chunk);
        }
        marks.push(count);
        Self { marks }
    }

    /// Characters of `text` before byte `at`. `text` must be the one this index was made of.
    pub fn chars_before(&self, text: &str, at: usize) -> usize {
        let at = at.min(text.len());
        let mark = at / STEP;
        let known = self.marks.get(mark).copied().unwrap_or(0);
        (known + starts(&text.as_bytes()[mark * STEP..at])) as usize
    }

    /// The byte offset of character `n` of `text`; the end of the text when it has fewer.
    pub fn byte_of(&self, text: &str, n: usize) -> usize {
        let mark = self.marks.partition_point(|&c| (c as usize) <= n).saturating_sub(1);
        let mut left = n - self.marks[mark] as usize;
        let bytes = text.as_bytes();
        let mut at = (mark * STEP).min(bytes.len());
        while at < bytes.len() {
            if (bytes[at] & 0xC0) != 0x80 {
                if left == 0 {
                    return at;
                }
                left -= 1;
            }
            at += 1;
        }
        bytes.len()
    }
}

/// How many characters begin among these bytes, at most [`STEP`]: so few are counted in a byte, many bytes at once.
fn starts(bytes: &[u8]) -> u32 {
    bytes.iter().map(|&b| u8::from((b & 0xC0) != 0x80)).sum::<u8>().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn char_index_agrees_with_a_plain_count_at_every_border() {
        let text = "a\u{62d}\u{644}\u{628} 12 \u{1f600}".repeat(40);
        let index = CharIndex::new(&text);
        for (n, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(index.chars_before(&text, byte), n);
            assert_eq!(index.byte_of(&text, n), byte);
        }
        assert_eq!(index.byte_of(&text, 1 << 20), text.len());
    }
}
