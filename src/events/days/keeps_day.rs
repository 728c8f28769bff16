//! Does a sentence without a day go on with the day that was told before it?

use crate::base::{DayRange, Precision};
use crate::events::EventKind;
use crate::events::acts::draft::Draft;
use crate::events::mentions::reading::Reading;
use crate::knowledge::status::Cue;
use crate::text::{Affixes, TokenKind};

/// The day that the story has come to.
#[derive(Clone, Copy, Debug)]
pub(in crate::events) struct Told {
    /// The sentence that told it.
    pub(in crate::events) sentence: usize,
    /// The days.
    pub(in crate::events) range: DayRange,
    /// Is it older than the story?
    pub(in crate::events) is_background: bool,
    /// Was it recalled right behind what the paragraph told of the news?
    pub(in crate::events) is_aside: bool,
}

impl Told {
    /// What sentence `sentence` tells with its day, after `before`.
    pub(super) fn after(
        reading: &Reading<'_>,
        before: Option<Self>,
        sentence: usize,
        (range, is_background): (DayRange, bool),
    ) -> Self {
        let paragraph = |s: usize| reading.sentences[s].paragraph;
        let recalls = |b: Self| {
            let news = !b.is_background && paragraph(b.sentence) == paragraph(sentence);
            news && b.sentence + 1 == sentence || b.is_aside && b.sentence == sentence
        };
        Self { sentence, range, is_background, is_aside: is_background && before.is_some_and(recalls) }
    }
}

/// Does the undated draft keep the day told before, in the same paragraph? `is_led`: a day leads the whole line.
pub(super) fn keeps_day(reading: &Reading<'_>, draft: &Draft, told: Told, is_led: bool) -> bool {
    let paragraph = |s: usize| reading.sentences[s].paragraph;
    if paragraph(draft.sentence) != paragraph(told.sentence) {
        return false;
    }
    let follows = draft.sentence.abs_diff(told.sentence) <= 1;
    let says = matches!(draft.kind, EventKind::Statement | EventKind::Diplomacy | EventKind::Protest);
    // «the battle began on 17 October. The UN called for …»: a word on it now.
    // «X had taken Y on Friday. The UN called for …», «met last week. The president dismissed …».
    let says = says || draft.kind == EventKind::Leadership && told.range.n_days() >= WEEK;
    let past = !is_news(reading, told)
        || opens_pluperfect(reading, told.sentence) && draft.kind == EventKind::Statement
        || told.range.n_days() >= WEEK;
    let is_word_now = says && past && !opens_going_on(reading, draft.sentence);
    if is_word_now && !is_led && draft.sentence != told.sentence {
        return false;
    }
    // «X took Y on Friday. Y had fallen in 2013. And six died in Z»: back to the news, with a place of its own.
    let defined = draft.is_noun && draft.is_definite;
    let own_place = !(draft.places.is_empty() || draft.points_back || defined);
    if told.is_aside && own_place && !is_led && draft.sentence != told.sentence {
        return false;
    }
    if told.is_background {
        let opens =
            opens_going_on(reading, draft.sentence) || follows && opens_joined(reading, draft.sentence);
        return is_led || draft.sentence == told.sentence || opens && !says;
    }
    is_led || follows || opens_going_on(reading, draft.sentence)
}

/// «48 killed since the beginning of the operation on 30 September. A column …»: does the act, told by a noun, only say since
/// when, so that the story has not come to its day?
pub(super) fn is_since_when(reading: &Reading<'_>, draft: &Draft) -> bool {
    const REACH: usize = 2;
    let at = draft.trigger.0;
    draft.is_noun && (at.saturating_sub(REACH)..at).any(|i| reading.says_cue(i, Cue::Since))
}

/// «On Thursday they attacked X. And they besieged Y. And helicopters bombed Z»: does the undated draft carry the day told in
/// the sentence before on to the next, as acts of violence and moves do that «and» joins to it?
pub(super) fn goes_on_with(reading: &Reading<'_>, draft: &Draft, told: Told) -> bool {
    let joined = draft.sentence == told.sentence + 1 && opens_joined(reading, draft.sentence);
    let acts = draft.kind.is_fire()
        || matches!(
            draft.kind,
            EventKind::Advance | EventKind::Capture | EventKind::Retake | EventKind::Withdrawal
        );
    joined
        && acts
        && is_news(reading, told)
        && !told.is_background
        && told.range.n_days() < WEEK
        && keeps_day(reading, draft, told, false)
        && !opens_pluperfect(reading, draft.sentence)
}

/// «X took Y on Sunday. X had entered it from the north»: the days up to that told before.
pub(super) fn days_before(
    reading: &Reading<'_>,
    draft: &Draft,
    told: Told,
    is_led: bool,
) -> Option<DayRange> {
    let is_before = !is_led && draft.sentence != told.sentence && is_news(reading, told);
    let day = told.range.start().pred_opt()?;
    let days = DayRange::new(day, told.range.end(), Precision::Days);
    (is_before && opens_pluperfect(reading, draft.sentence)).then_some(days)
}

/// A day longer ago than this, in days, is not of the news.
const NEWS: i64 = 7;
/// A time of so many days is no day that the story has come to.
const WEEK: i64 = 7;

fn is_news(reading: &Reading<'_>, told: Told) -> bool {
    reading.published.is_none_or(|p| (p - told.range.end()).num_days() <= NEWS)
}

/// «X had …».
fn opens_pluperfect(reading: &Reading<'_>, sentence: usize) -> bool {
    let start = reading.sentences[sentence].tokens.start;
    reading.says_cue(start, Cue::Was)
}

/// «In the evening …», «Then …».
fn opens_going_on(reading: &Reading<'_>, sentence: usize) -> bool {
    let start = reading.sentences[sentence].tokens.start;
    reading.knowledge.status.goes_on.longest_at(&reading.text, start).is_some()
}

/// Does the sentence open with «and»?
fn opens_joined(reading: &Reading<'_>, sentence: usize) -> bool {
    let token = &reading.text.tokens[reading.sentences[sentence].tokens.start];
    token.kind == TokenKind::Word && reading.text.readings(token).iter().any(|r| r.affixes.has(Affixes::WA))
}
